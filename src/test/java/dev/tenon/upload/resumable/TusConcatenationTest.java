package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Uploads that are put together of others. */
class TusConcatenationTest extends TusTestCase {
    @Row({30, 31, 32})
    @Test
    void concatenation_isInTheOrderOfTheAddresses_andPartsServeAgain() throws Exception {
        URI one = finishedPart("one ");
        URI table = finishedPart("table");
        HttpResponse<String> created = client.create("Upload-Concat", "final;" + one + " " + table.getPath());
        assertEquals(201, created.statusCode());
        URI whole = URI.create(header(created, "Location"));
        HttpResponse<String> head = client.head(whole);
        assertEquals("9", header(head, "Upload-Length"));
        assertEquals("9", header(head, "Upload-Offset"));
        assertEquals("final;" + one + " " + table.getPath(), header(head, "Upload-Concat"));
        assertEquals(403, client.patch(whole, 9, "").statusCode());
        assertEquals("one table", Files.readString(folder.resolve(id(whole))));
        assertEquals(
                201,
                client.create("Upload-Concat", "final;" + table + " " + table).statusCode());
        assertEquals("partial", header(client.head(one), "Upload-Concat"));
        assertEquals("nothing", claim(one));
    }

    @Row({33, 35})
    @Test
    void concatenation_thatBreaksTheRules() throws Exception {
        URI one = finishedPart("one ");
        URI unfinished = client.created("Upload-Length", "5", "Upload-Concat", "partial");
        URI whole = client.created("Upload-Length", "0");
        assertEquals(
                400,
                client.create("Upload-Concat", "final;" + one, "Upload-Length", "4")
                        .statusCode());
        assertEquals(400, client.create("Upload-Concat", "final;" + unfinished).statusCode());
        assertEquals(400, client.create("Upload-Concat", "final;" + whole).statusCode());
        assertEquals(404, client.create("Upload-Concat", "final;/files/unknown").statusCode());
        assertEquals(
                400,
                client.create("Upload-Concat", "other", "Upload-Length", "1").statusCode());
    }

    private URI finishedPart(String content) throws Exception {
        URI part = client.created("Upload-Length", String.valueOf(content.length()), "Upload-Concat", "partial");
        assertEquals(204, client.patch(part, 0, content).statusCode());
        return part;
    }
}
