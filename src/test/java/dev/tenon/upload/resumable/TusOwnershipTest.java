package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose an upload is. */
class TusOwnershipTest extends TusTestCase {
    @Row(34)
    @Test
    void uploadOfASession_isNobodyElses() throws Exception {
        client.get("/visit");
        URI upload = client.created("Upload-Length", "4", "Upload-Concat", "partial");
        TusClient other = new TusClient(app);
        other.get("/visit");
        for (TusClient stranger : List.of(other, new TusClient(app))) {
            assertEquals(404, stranger.head(upload).statusCode());
            assertEquals(404, stranger.patch(upload, 0, "evil").statusCode());
            assertEquals(404, stranger.delete(upload).statusCode());
            assertEquals(
                    404, stranger.create("Upload-Concat", "final;" + upload).statusCode());
        }
        assertEquals(204, client.patch(upload, 0, "good").statusCode());
    }

    @Test
    void uploadOfASession_isClaimedByItAlone() throws Exception {
        client.get("/visit");
        URI upload = client.created("Upload-Length", "0");
        assertEquals("nothing", new TusClient(app).get("/claim?url=" + upload).body());
        assertTrue(claim(upload).startsWith("file "));
    }

    @Test
    void uploadWithoutASession_isClaimedByWhoeverKnowsIt_alsoWithASession() throws Exception {
        URI upload = client.created("Upload-Length", "4");
        client.get("/visit");
        assertEquals(204, client.patch(upload, 0, "good").statusCode());
        assertTrue(claim(upload).startsWith("file "));
    }

    @Test
    void claim_ofNoAddress_isEmpty() throws Exception {
        assertEquals("nothing", client.get("/claim").body());
    }
}
