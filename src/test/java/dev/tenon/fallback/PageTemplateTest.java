package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/shop | / | <base href=\"/\"> | <base href=\"/shop/\">",
                "/shop | / | <BASE target=_top href='/'> | <BASE target=_top href=\"/shop/\">",
                "/shop | / | <base href=/> | <base href=\"/shop/\">",
                "/shop | / | <base href=\"./\"> | <base href=\"/shop/\">",
                "/shop | /admin/ | <base href=\"./\"> | <base href=\"/shop/admin/\">",
                "/shop | /admin/ | <base href=\"/admin/\"> | <base href=\"/shop/admin/\">",
                "/shop | / | <base href=\"/shop/\"> | <base href=\"/shop/\">",
                "/shop | / | <base href=\"https://cdn.example/\"> | <base href=\"https://cdn.example/\">",
                "/shop | / | <base href=\"//cdn.example/\"> | <base href=\"//cdn.example/\">",
                "/a b&c | / | <base href=\"/\"> | <base href=\"/a%20b&amp;c/\">",
                "/shop | / | <!-- <base href=\"/\"> --> | <!-- <base href=\"/\"> -->",
                "/shop | / | <script>\"<base href='/'>\"</script> | <script>\"<base href='/'>\"</script>",
                "/shop | / | <p>text</p> | <p>text</p>"
            })
    void base_getsTheContextPath(String context, String folder, String page, String expected) {
        assertEquals(expected, new BaseHref(context, folder).place(page, BasePath.AUTO));
    }

    @Test
    void base_ofTheRootContext_staysAsItIs() {
        assertEquals("<base href=\"/\">", new BaseHref("", "/").place("<base href=\"/\">", BasePath.AUTO));
        assertEquals("<base href=\"/x/\">", new BaseHref("", "/").place("<base href=\"/x/\">", BasePath.AUTO));
    }

    @Test
    void base_isAddedFirstInTheHead() {
        BaseHref base = new BaseHref("/shop", "/admin/");
        assertEquals(
                "<html><head lang=en><base href=\"/shop/admin/\"><link href=a.css>",
                base.place("<html><head lang=en><link href=a.css>", BasePath.ADD));
        assertEquals("<base href=\"/shop/\">", base.place("<base href='/'>", BasePath.ADD));
        assertEquals("<base href='/'>", base.place("<base href='/'>", BasePath.KEEP));
    }

    @Test
    void config_comesBeforeScripts_andEndsNoElement() {
        PageOptions options = PageOptions.DEFAULT.withConfig(Map.of("a", "</script><b>é用"));
        String page = render(options, "<head><meta charset=\"utf-8\"><!-- <script> --><script src=x></script></head>");
        assertEquals(
                "<head><meta charset=\"utf-8\"><!-- <script> --><script type=\"application/json\" id=\"config\">"
                        + "{\"a\":\"\\u003c/script>\\u003cb>\\u00e9\\u7528\"}</script><script src=x></script></head>",
                page);
    }

    @Test
    void nonce_takesTheWholePlaceholder_everywhere() {
        PageOptions options = PageOptions.DEFAULT.withCspNonce("NONCE");
        assertEquals(
                "<script nonce=\"n1\"></script><style nonce=\"n1\">",
                render(options, "<script nonce=\"NONCE\"></script><style nonce=\"NONCE\">"));
    }

    @Test
    void bytes_ofAnyCharset_areKept() {
        byte[] page = new byte[256];
        for (int i = 0; i < page.length; i++) {
            page[i] = (byte) i;
        }
        PageTemplate template = PageTemplate.of(page, PageOptions.DEFAULT, new BaseHref("/shop", "/"));
        assertTrue(template.isPlain());
        assertArrayEquals(page, template.render("", ""));
        assertFalse(PageTemplate.of(
                        "<base href=/>".getBytes(StandardCharsets.UTF_8),
                        PageOptions.DEFAULT,
                        new BaseHref("/shop", "/"))
                .isPlain());
    }

    private static String render(PageOptions options, String page) {
        PageTemplate template =
                PageTemplate.of(page.getBytes(StandardCharsets.UTF_8), options, new BaseHref("/shop", "/"));
        return new String(template.render("n1", "{}"), StandardCharsets.UTF_8);
    }
}
