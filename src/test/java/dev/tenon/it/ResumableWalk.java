package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Stock clients upload, pause, lose the network, and go on after the server was killed and started again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ResumableWalk {
    private static final String AT = "/draw";
    private static final String PAGE = AT + "/uppy.html";
    private static final int SIZE = 16 << 20;

    private Server server;

    abstract Server create() throws IOException;

    @BeforeAll
    void start() throws Exception {
        server = create();
        server.deploy(
                AT,
                Uppy.addPage(new War().library(Build.jar()))
                        .file("WEB-INF/classes/META-INF/tenon.properties", """
                                tenon.upload.resumable.path=/files
                                tenon.upload.resumable.destination=%s
                                tenon.upload.extensions=bin
                                """.formatted(folder()))
                        .write("draw"));
        server.start(PAGE);
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Path folder() {
        return server.home().resolve("uploads").toAbsolutePath();
    }

    /** As the power that fails: no word to the server before. */
    private void killAndStart() throws IOException, InterruptedException {
        server.process().destroyForcibly().waitFor();
        server.restart(PAGE);
    }

    private static String digest(byte... content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private String stored(String url) throws Exception {
        return digest(Files.readAllBytes(folder().resolve(url.substring(url.lastIndexOf('/') + 1))));
    }

    @Test
    void tusJsClient_pausesAndOutlivesTheServer() throws Exception {
        try (Uppy.Script client = Uppy.resume(server.uri(AT + "/files").toString())) {
            client.await("RESUMED");
            client.await("HALF");
            killAndStart();
            String[] done = client.await("DONE").split(" ", -1);
            assertEquals(done[2], stored(done[1]));
            assertTrue(Integer.parseInt(done[3]) > 0, "it never noticed that the server was away");
        }
    }

    @Test
    void uppy_pausesLosesTheNetworkAndOutlivesTheServer() throws Exception {
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.open(server.uri(PAGE).toString());
            slowDown(page);
            page.locator("input[type=file]")
                    .first()
                    .setInputFiles(new FilePayload("drawing.bin", "application/octet-stream", content));
            page.locator(".uppy-StatusBar-actionBtn--upload").click();
            awaitProgress(page, 1);
            page.locator("button[aria-label='Pause']").first().click();
            assertThat(page.locator("button[aria-label='Resume']").first()).isVisible();
            page.locator("button[aria-label='Resume']").first().click();
            awaitProgress(page, SIZE / 8);
            page.context().setOffline(true);
            page.waitForTimeout(500);
            page.context().setOffline(false);
            slowDown(page);
            awaitProgress(page, SIZE / 3);
            new Screens(server.toString()).take(page, "uppy-half");
            killAndStart();
            page.waitForFunction("document.getElementById('result').textContent", null, patience());
            String result = page.locator("#result").textContent();
            assertTrue(result.contains("\"failed\":0"), result);
            assertEquals(digest(content), stored(result.replaceAll(".*\"urls\":\\[\"([^\"]*)\".*", "$1")));
            new Screens(server.toString()).take(page, "uppy-done");
        }
        assertNothingHalf();
    }

    private void assertNothingHalf() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".next")), "a state is half written");
        }
    }

    private static void slowDown(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", 2 << 20);
        session.send("Network.emulateNetworkConditions", conditions);
    }

    private static void awaitProgress(Page page, int bytes) {
        page.waitForFunction("Number(document.getElementById('progress').textContent) >= " + bytes, null, patience());
    }

    private static Page.WaitForFunctionOptions patience() {
        return new Page.WaitForFunctionOptions().setTimeout(120_000);
    }
}
