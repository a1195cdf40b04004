package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.it.Node;
import dev.tenon.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Asks connect-history-api-fallback 2.0.0 and koa2-connect-history-api-fallback 0.1.3, as npm has them, what the table says of them. */
class FallbackReferenceIT {
    @Test
    void table_saysWhatThePackagesDo() throws Exception {
        Node.fetchPackages();
        Path table = Path.of(FallbackReferenceIT.class
                .getResource("/fallback/references.json")
                .toURI());
        assertEquals(ReferenceTable.read().targets(), Json.parse(Node.run("fallback.mjs", table.toString())));
    }
}
