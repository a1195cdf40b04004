package dev.tenon.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.json.Json;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The application's own {@code ValidationMessages}, in its WEB-INF/classes, before Tenon's. */
class OwnMessagesTest {
    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        Path war = Path.of(OwnMessagesTest.class.getResource("war").toURI());
        app = TomcatApp.at("/shop", war)
                .servlet("/chain", new Chain())
                .servlet("/record", new Bound())
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        app.close();
    }

    @Test
    void chain_readsTheBundleFirst_thenTheCatalogue() throws Exception {
        assertEquals(
                List.of(
                        "uname needs 6 to 20 letters in the shop",
                        "the shop asks for mail",
                        "agree must be true or false",
                        "the shop does not know code",
                        "{shop.nothing}"),
                told("/chain", "ja"));
    }

    @Test
    void chain_readsTheBundleOfTheLanguage_thenTheOneWithoutALanguage_thenTheCatalogueOfTheLanguage() throws Exception {
        assertEquals(
                List.of(
                        "商店:uname要6到20个字",
                        "the shop asks for mail",
                        "agree必须是true或false",
                        "商店没有code",
                        "{shop.nothing}"),
                told("/chain", "zh-CN"));
    }

    @Test
    void chain_asksTheBundlesOfAllLanguages_beforeTheOneWithoutALanguage() throws Exception {
        assertEquals("le magasin demande mail", told("/chain", "zh-CN,fr;q=0.5").get(1));
    }

    @Test
    void languageWhoseTextIsThatOfNone_staysBeforeOthers() throws Exception {
        assertEquals("the shop asks for mail", told("/chain", "en,fr;q=0.5").get(1));
    }

    @Test
    void record_readsTheBundleFirst_thenTheCatalogue() throws Exception {
        assertEquals(
                List.of("the shop takes age from 18", "the shop does not know code", "mail is required"),
                told("/record", "en"));
        assertEquals(List.of("商店:age从18开始", "商店没有code", "请填写mail"), told("/record", "zh-CN"));
    }

    private static List<?> told(String path, String languages) throws Exception {
        String body = app.post(
                        path,
                        "application/json",
                        "{\"uname\":\"a\",\"agree\":\"x\",\"age\":7,\"code\":\"c\"}",
                        "Accept-Language",
                        languages)
                .body();
        return ((List<?>) ((Map<?, ?>) Json.parse(body)).get("errors"))
                .stream().map(error -> ((Map<?, ?>) error).get("detail")).toList();
    }

    /** The fluent side. */
    private static final class Chain extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request);
            check.body("uname").isLength(6, 20);
            check.body("mail").required();
            check.body("agree").toBoolean();
            check.body("code").isLength(5, 9, "{shop.code}");
            check.body("code").isLength(5, 9, "{shop.nothing}");
            response.getWriter().print(check.vals());
        }
    }

    /** A record with constraints. */
    private static final class Bound extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(Check.of(request).as(SignUp.class));
        }
    }

    /** One rule of the bundle's, one with a key of the application's own, one of the catalogue's. */
    record SignUp(
            @Min(18) int age,

            @Pattern(regexp = "[0-9]+", message = "{shop.code}")
            String code,

            @NotNull String mail) {}
}
