package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The form of the tutorial: a file with a name beside it. */
interface UploadStory extends Story {
    FilePayload RECEIPT = new FilePayload("receipt.txt", "text/plain", "one table".getBytes(StandardCharsets.UTF_8));

    @Test
    default void upload_succeeds() {
        Page customer = stage().open("/", new NewContextOptions().setLocale("zh-CN"));
        upload(customer, "  carpenter  ");
        assertThat(customer.locator("#upload-result")).hasText("上传成功！");
    }

    @Test
    default void upload_withAShortName_fails() {
        Page customer = stage().open("/", new NewContextOptions().setLocale("zh-CN"));
        upload(customer, "  oak    ");
        assertThat(customer.locator("#upload-result")).hasText("校验错误：请填写用户名");
        assertThat(customer.locator("#uname-error")).hasText("请填写用户名");
    }

    @Test
    default void upload_speaksTheLanguageOfTheBrowser() {
        Page customer = stage().open("/");
        upload(customer, "oak");
        assertThat(customer.locator("#uname-error")).hasText("Please enter 6 to 20 characters");
        upload(customer, "carpenter");
        assertThat(customer.locator("#upload-result")).hasText("Thank you, we have it.");
    }

    @Test
    default void fileOfTheForm_isInTheConversation_withTheName() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        String name = "joiner" + System.nanoTime() % 1_000_000;
        upload(customer, name);
        assertThat(customer.locator("#chat-log .mine a.file").getByText(name)).isVisible();
        agent.locator("#search").fill(name);
        assertThat(agent.locator("#found-count")).hasText("1 found");
        agent.locator("#found a").click();
        assertThat(agent.locator("#talk-log a.file").getByText("receipt.txt")).isVisible();
        assertThat(agent.locator("#talk-log a.file").getByText(name)).isVisible();
    }

    @Test
    default void upload_answersPagesInPlainSentences() {
        assertEquals("上传成功！", formAnswer("carpenter"));
        assertEquals("校验错误：请填写用户名", formAnswer(" oak "));
    }

    private static void upload(Page customer, String name) {
        Locator form = customer.locator("#upload-form");
        form.locator("#uname").fill(name);
        form.locator("#file").setInputFiles(RECEIPT);
        form.locator("#upload-send").click();
    }

    /** Returns what the form of a page without scripts gets. */
    private String formAnswer(String name) {
        APIResponse answer = stage().open("/")
                .request()
                .post(
                        stage().address("/upload"),
                        RequestOptions.create()
                                .setHeader("Accept", "text/html")
                                .setMultipart(
                                        FormData.create().set("uname", name).set("file", RECEIPT)));
        return answer.text();
    }
}
