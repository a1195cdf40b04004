package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.fallback.Decision.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The strict decision over every method, path, Accept header and way to fetch of these lists, each in each combination. */
class StrictRulesTest {
    private static final List<String> ROUTES = List.of(
            "/",
            "/agent",
            "/agent/",
            "/agent/conversations/42",
            "/agent?x=a.js",
            "/users/jane.doe",
            "/docs/v1.2/intro",
            "/foo.",
            "/apiary",
            "/assetsx/a",
            "/WEB-INFO",
            "/用户/1",
            "/%E7%94%A8%E6%88%B7",
            "/a+b/c~d!$&()*,;=:@e",
            "//evil.com/foo");
    private static final List<String> ASSETS = List.of(
            "/assets/x-D3xf_9aK.js",
            "/assets/",
            "/assets",
            "/assets/deep/route",
            "/app.js.map",
            "/favicon.ico",
            "/robots.txt",
            "/REPORT.PDF",
            "/a/b/logo.SVG",
            "/foo%2ejs",
            "/WEB-INF/web.xml",
            "/index.php",
            "/wp-login.php?x=1");
    private static final List<String> DEVIOUS = List.of(
            "/a/../b",
            "/..",
            "/a/./b",
            "/a/..",
            "/a/..%3bx/b",
            "/%2e%2e/b",
            "/..%2fWEB-INF/x",
            "/a%252fb",
            "/a%255cb",
            "/%252e%252e/b",
            "/a%5cb",
            "/a%00b",
            "/a%0ab");
    private static final List<String> LEFT_ALONE = List.of(
            "/.well-known/security.txt/x",
            "/.well-known/change-password",
            "/.git/HEAD",
            "/api",
            "/api/",
            "/api/orders",
            "/legacy/x",
            "/old/7");

    private static final List<String> PAGE = Arrays.asList(
            null,
            "",
            "*/*",
            "text/html",
            "TEXT/HTML",
            "text/*",
            "text/html;level=1",
            "text/html, application/json",
            "application/xhtml+xml, */*;q=0.1",
            "text/html;q=0.5, image/png",
            "text/html ; q=0.9 , application/json ; q=0.8",
            "image/avif,image/webp,*/*;q=0.8",
            Ask.BROWSER);
    private static final List<String> JSON = List.of(
            "application/json",
            "application/json, */*",
            "Application/JSON, */*",
            "application/json, text/plain, */*",
            "text/html;q=0.5, application/json",
            "application/problem+json",
            "application/vnd.api+json;q=0.9");
    private static final List<String> OTHER = List.of(
            "text/html;q=0",
            "text/html;q=0, */*",
            "*/*;q=0",
            "image/avif,image/webp",
            "text/html;q=loud",
            "text/css",
            "text/event-stream",
            "application/json;q=0");

    private static final List<String[]> NAVIGATING = List.of(
            new String[] {null, null},
            new String[] {"navigate", null},
            new String[] {"navigate", "document"},
            new String[] {"navigate", "iframe"},
            new String[] {null, "document"});
    private static final List<String[]> FETCHING = List.of(
            new String[] {"cors", "empty"},
            new String[] {"no-cors", "image"},
            new String[] {"no-cors", "script"},
            new String[] {"same-origin", "empty"},
            new String[] {"websocket", "websocket"},
            new String[] {"navigate", "empty"},
            new String[] {null, "style"});

    private final FallbackRules rules = FallbackRules.of(FallbackOptions.builder()
            .exclude("/api", "/legacy/**", "^/old/\\d+$")
            .build());

    static Stream<Ask> everyRequest() {
        List<Ask> all = new ArrayList<>();
        for (List<String> paths : List.of(ROUTES, ASSETS, DEVIOUS, LEFT_ALONE)) {
            for (String path : paths) {
                Stream.of(PAGE, JSON, OTHER).flatMap(List::stream).forEach(accept -> {
                    for (String method : List.of("GET", "HEAD", "POST", "PUT", "OPTIONS", "get")) {
                        Stream.of(NAVIGATING, FETCHING)
                                .flatMap(List::stream)
                                .forEach(fetch -> all.add(Ask.get(path)
                                        .method(method)
                                        .accept(accept)
                                        .fetch(fetch[0], fetch[1])));
                    }
                });
            }
        }
        return all.stream();
    }

    @Test
    void everyCombination_isDecidedByItsParts() {
        List<Ask> all = everyRequest().toList();
        assertTrue(all.size() > 50_000);
        all.forEach(ask -> assertEquals(expected(ask), rules.decide(ask).outcome(), ask::toString));
    }

    /** Says again, by the lists alone, what is to be. */
    private static Outcome expected(Ask ask) {
        boolean read = ask.method().equals("GET") || ask.method().equals("HEAD");
        if (LEFT_ALONE.contains(ask.url())) {
            return ask.url().startsWith("/.") && !read && mayMiss(ask) ? Outcome.MISSING : Outcome.PASS;
        }
        if (!read) {
            return mayMiss(ask) ? Outcome.MISSING : Outcome.PASS;
        }
        if (!ROUTES.contains(ask.url()) || (ask.accept() != null && JSON.contains(ask.accept()))) {
            return Outcome.MISSING;
        }
        boolean navigates = NAVIGATING.stream()
                .anyMatch(fetch -> Arrays.equals(fetch, new String[] {ask.fetchMode(), ask.fetchDest()}));
        if (PAGE.contains(ask.accept()) && navigates) {
            return Outcome.PAGE;
        }
        return ask.path().equals("/agent/") ? Outcome.MISSING : Outcome.PASS; // or a list of files
    }

    /** Whether a client that sends something reads JSON, and so is told in JSON that nothing is there. */
    private static boolean mayMiss(Ask ask) {
        boolean names = ask.accept() != null
                && ask.accept().toLowerCase(Locale.ROOT).contains("json")
                && !ask.accept().equals("application/json;q=0");
        return names && !ask.method().equals("OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agent", "/assets/x.js", "/..", "/report.pdf"})
    void whatIsTaken_passes(String path) {
        assertEquals(Outcome.PASS, outcome(Ask.get(path).whereTaken()));
        assertEquals(Outcome.PASS, outcome(Ask.get(path).upgrading()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agent", "/assets/x.js", "/report.pdf", "/.well-known/security.txt"})
    void fileThatIsThere_isLeftToWhoServesFiles(String path) {
        assertEquals(Outcome.STATIC, outcome(Ask.get(path).whereFile()));
        assertEquals(Outcome.STATIC, outcome(Ask.get(path).whereFile().accept("application/json")));
        assertEquals(
                Outcome.PASS,
                outcome(Ask.get(path).whereFile().accept("application/json").method("POST")));
    }

    @ParameterizedTest
    @CsvSource({
        "/files/report.pdf, PAGE",
        "/blob/main/app.js, PAGE",
        "/assets/x.js, MISSING",
        "/app.js.map, MISSING",
        "/robots.txt, MISSING",
        "/favicon.svg, MISSING",
        "/.well-known/x, PASS"
    })
    void disableDotRule_leavesAssetsAndWhatMachinesLookFor(String path, Outcome outcome) {
        FallbackRules dots =
                FallbackRules.of(FallbackOptions.builder().disableDotRule(true).build());
        assertEquals(outcome, dots.decide(Ask.get(path)).outcome());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            delimiter = '|',
            value = {
                "text/html | PAGE",
                "text/* | PAGE",
                "application/xhtml+xml;q=0.3 | PAGE",
                "*/* | PASS",
                "image/png,*/*;q=0.8 | PASS",
                "absent | PASS",
                "application/json | MISSING"
            })
    void htmlAcceptHeaders_withoutAnything_needsTheTypeByName(String accept, Outcome outcome) {
        FallbackRules named = FallbackRules.of(FallbackOptions.builder()
                .htmlAcceptHeaders("text/html", "application/xhtml+xml")
                .build());
        assertEquals(outcome, named.decide(Ask.get("/agent").accept(accept)).outcome());
    }

    @Test
    void htmlAcceptHeaders_empty_givesNobodyAPage() {
        FallbackRules nobody =
                FallbackRules.of(FallbackOptions.builder().htmlAcceptHeaders().build());
        assertEquals(Outcome.PASS, nobody.decide(Ask.get("/agent")).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "/admin, /admin/index.html",
        "/admin/users/7, /admin/index.html",
        "/administrator, /index.html",
        "/soccer/42, /soccer.html",
        "/shop/de/7, /shops/de.html",
        "/help/topic, /help-topic.html",
        "/none, /index.html"
    })
    void rewrites_chooseThePage(String path, String page) {
        FallbackRules rewriting = FallbackRules.of(FallbackOptions.builder()
                .rewrites(
                        Rewrite.of("/admin/**", "/admin/index.html"),
                        Rewrite.of("/soccer", "/soccer.html"),
                        Rewrite.of("^/shop/(\\w+)/", "/shops/$1.html"),
                        Rewrite.of(
                                "^/help/(\\w+)",
                                context -> "/help-" + context.match().group(1) + ".html"))
                .build());
        assertEquals(page, rewriting.decide(Ask.get(path)).target());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/assets/x.js", "/admin/logo.png", "/assets/x.js", "/admin/assets"})
    void assetsOfEveryApplication_stayMissing(String path) {
        FallbackRules two = FallbackRules.of(FallbackOptions.builder()
                .rewrites(Rewrite.of("/admin/**", "/admin/index.html"))
                .build());
        assertEquals(Outcome.MISSING, two.decide(Ask.get(path)).outcome());
    }

    private Outcome outcome(Ask ask) {
        return rules.decide(ask).outcome();
    }
}
