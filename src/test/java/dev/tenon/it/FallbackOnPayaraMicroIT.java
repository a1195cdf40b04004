package dev.tenon.it;

import java.io.IOException;
import java.util.List;
import java.util.Set;

class FallbackOnPayaraMicroIT extends FallbackContract {
    @Override
    Server create() throws IOException {
        return new PayaraMicro();
    }

    @Override
    List<String> unusualPaths() {
        return List.of(
                "//evil.com/foo the page",
                "/a/../b the page",
                "/a/../assets/x.js 404",
                "/../b 404",
                "/%2e%2e/b 404",
                "/a/%2e%2e/WEB-INF/secret.txt 404",
                "/assets/..%2f..%2fWEB-INF/secret.txt 404",
                "/assets/..%5c..%5cWEB-INF/secret.txt 400",
                "/%252e%252e/WEB-INF/secret.txt 404",
                "/a%2Fb the page",
                "/a%5Cb 400",
                "/foo%2ejs 404",
                "/%2e/b the page",
                "/a%00b 400",
                "/assets/%2e%2e/%57EB-INF/secret.txt 404",
                "/WEB-INF%2fsecret.txt 404",
                "/;x/WEB-INF/secret.txt the page",
                "/web-inf/secret.txt 404");
    }

    /** Payara 6.2025.10 takes the id of a session out of the URI before anybody sees it. */
    @Override
    boolean arrives(String url) {
        return !url.contains(";jsessionid=");
    }

    @Override
    Set<String> unreachable() {
        return Set.of("/WEB-INF/web.xml", "TRACE");
    }
}
