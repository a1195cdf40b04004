package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tenon.it.Stage.pick;
import static dev.tenon.it.Stage.say;
import static dev.tenon.it.Stage.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files go into a conversation, and go on after a break. */
interface FileStory extends Story {
    /** A picture of one pixel. */
    byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgaPj/HwAFggKBbi1kVwAAAABJRU5ErkJggg==");

    int LARGE = 2_000_000;

    @Test
    default void picture_isSeenByTheOther_andByNobodyElse() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        String hint = saying("Here it is");
        say(customer, "chat", hint);
        pick(agent, hint);
        customer.locator("#chat-file").setInputFiles(new FilePayload("scratch.png", "image/png", PIXEL));
        Locator picture = agent.locator("#talk-log img");
        assertThat(picture).hasAttribute("alt", "Picture scratch.png");
        String source = (String) picture.evaluate("image => image.decode().then(() => image.src)");
        assertEquals(200, agent.request().get(source).status());
        assertEquals(200, customer.request().get(source).status());
        assertEquals(404, stage().customer().request().get(source).status());
    }

    @Test
    default void droppedAndPastedFiles_areSent() {
        Page customer = stage().customer();
        drop(customer, "plan.txt", "a plan");
        assertThat(customer.locator("#chat-log a.file").getByText("plan.txt")).isVisible();
        customer.locator("#chat-text")
                .evaluate(
                        "(field) => {"
                                + " const clipboardData = new DataTransfer();"
                                + " clipboardData.items.add(new File(['a note'], 'note.txt', { type: 'text/plain' }));"
                                + " field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })); }");
        Locator note = customer.locator("#chat-log a.file", new Page.LocatorOptions().setHasText("note.txt"));
        assertThat(note).isVisible();
        APIResponse file = customer.request().get((String) note.evaluate("link => link.href"));
        assertEquals("a note", file.text());
        assertEquals(
                "application/octet-stream", file.headers().get("content-type").split(";", -1)[0]);
    }

    private static void drop(Page page, String name, String content) {
        JSHandle data = page.evaluateHandle(
                "([name, content]) => { const data = new DataTransfer();"
                        + " data.items.add(new File([content], name, { type: 'text/plain' })); return data; }",
                Arrays.asList(name, content));
        for (String event : new String[] {"dragenter", "dragover", "drop"}) {
            page.dispatchEvent("#chat", event, Map.of("dataTransfer", data));
        }
    }

    @Test
    default void slowFile_showsItsProgress_pausesAndGoesOn() {
        Page customer = stage().customer();
        Locator transfer = slowly(customer, "film.bin");
        assertThat(transfer.locator(".state")).containsText(Pattern.compile("of 2 MB · .*B/s · .* left"));
        transfer.getByLabel("Pause").click();
        assertThat(transfer.locator(".state")).containsText(Pattern.compile("Paused at \\d+"));
        stage().cable().slow(Long.MAX_VALUE);
        transfer.getByLabel("Resume").click();
        assertThat(customer.locator("#chat-log a.file").getByText("film.bin")).isVisible();
    }

    @Test
    default void fileOnItsWay_survivesALostNetworkAndAReload() {
        Page customer = stage().customer();
        Locator transfer = slowly(customer, "album.bin");
        assertThat(transfer.locator(".state")).containsText("left");
        stage().cable().cut();
        assertThat(transfer.locator(".state")).hasText("Goes on when the connection is back");
        stage().cable().mend();
        assertThat(transfer.locator(".state")).containsText("left");
        customer.reload();
        assertThat(transfer).isVisible();
        stage().cable().slow(Long.MAX_VALUE);
        assertThat(customer.locator("#chat-log a.file").getByText("album.bin")).isVisible();
        assertThat(customer.locator("#chat-log a.file")).hasCount(1);
        String source = (String) customer.locator("#chat-log a.file").evaluate("link => link.href");
        assertEquals(LARGE, customer.request().get(source).body().length);
    }

    private Locator slowly(Page customer, String name) {
        byte[] content = "0123456789".repeat(LARGE / 10).getBytes(StandardCharsets.US_ASCII);
        stage().cable().slow(250_000);
        customer.locator("#chat-file").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        return customer.locator("#chat-log .transfer");
    }

    @Test
    default void fileThatIsTooLarge_isRefusedAtOnce() {
        Page customer = stage().customer();
        byte[] content = new byte[10 * 1024 * 1024 + 1];
        customer.locator("#chat-file").setInputFiles(new FilePayload("huge.bin", "application/octet-stream", content));
        assertThat(Stage.mine(customer, "chat", "huge.bin")).containsText("Too large: up to 10 MB");
    }
}
