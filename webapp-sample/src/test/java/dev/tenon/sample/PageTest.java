package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageTest {
    private static final String RUN = """
            const page = require("fs").readFileSync("src/main/web/index.html", "utf8");
            const script = new Function("location", "document", /<script>([^]*?)<\\/script>/.exec(page)[1]);
            const location = new URL("https://shop.example" + process.argv[1]);
            const base = {};
            script(location, { createElement: () => base, head: { append() {} } });
            process.stdout.write(new URL(base.href, location).href);
            """;

    /** An address that begins with two slashes would name another host, and its scripts would be those of the page. */
    @ParameterizedTest
    @CsvSource({
        "/, https://shop.example/",
        "/shop/agent/conversations/42, https://shop.example/shop/",
        "//evil.example/agent, https://shop.example//evil.example/"
    })
    void base_isOnTheHostOfThePage(String path, String base) throws IOException {
        Process node = new ProcessBuilder("node", "-e", RUN, path).start();
        assertEquals(base, new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
