package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Visitors walk through the sample in a real browser; the same WAR file on every server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SampleWalk {
    private static final Set<String> CHECKSUMS = ConcurrentHashMap.newKeySet();
    private static final FilePayload RECEIPT =
            new FilePayload("receipt.txt", "text/plain", "one table".getBytes(StandardCharsets.UTF_8));

    private Server server;
    private Chromium chromium;
    private Screens screens;

    abstract Server create() throws IOException;

    @BeforeAll
    void start() throws Exception {
        chromium = new Chromium();
        server = create();
        screens = new Screens(server.toString());
        CHECKSUMS.add(Sample.checksum());
        Sample.on(server, Sample.h2(server));
    }

    @AfterEach
    void leave() {
        chromium.closePages();
        assertEquals(0, chromium.errors().size(), () -> "scripts threw " + chromium.errors());
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void war_isTheSameOnEveryServer() {
        assertEquals(1, CHECKSUMS.size(), () -> "different files were deployed: " + CHECKSUMS);
    }

    @Test
    void customerAndAgent_talkInBothDirections() {
        Page agent = signedIn();
        screens.take(agent, "desk-empty");
        Page customer = open("/");
        say(customer, "chat", "Is the oak table in stock?");
        pick(agent, "Is the oak table in stock?");
        assertSaid(agent, "talk", "Is the oak table in stock?");
        say(agent, "talk", "Yes, two of them.");
        assertSaid(customer, "chat", "Yes, two of them.");
        assertThat(customer.locator("#chat-agent")).containsText("Mia");
        screens.take(customer, "customer");
        screens.take(agent, "desk");
    }

    @Test
    void deepLink_reloads() {
        Page agent = signedIn();
        Page customer = open("/");
        say(customer, "chat", "Do you repair chairs?");
        pick(agent, "Do you repair chairs?");
        String link = agent.url();
        assertEquals(200, agent.reload().status());
        assertEquals(link, agent.url());
        assertSaid(agent, "talk", "Do you repair chairs?");
    }

    @Test
    void agent_isSignedInAfterARestart() throws Exception {
        Page agent = signedIn();
        Page customer = open("/");
        assertThat(customer.locator("#connection")).hasText("Connected");
        server.close();
        assertThat(agent.locator("#connection")).hasText("Connecting");
        server.start(Sample.AT + "/index.html");
        agent.reload();
        assertThat(agent.locator("#agent-name")).hasText("Mia");
        // The client waits longer after each try; 20 s were too short on a busy machine.
        LocatorAssertions.HasTextOptions patience = new LocatorAssertions.HasTextOptions().setTimeout(60_000);
        assertThat(agent.locator("#connection")).hasText("Connected", patience);
        assertThat(customer.locator("#connection")).hasText("Connected", patience);
        say(customer, "chat", "Are you back?");
        pick(agent, "Are you back?");
    }

    @Test
    void wrongPassword_isRefused() {
        Page agent = open("/agent");
        screens.take(agent, "sign-in");
        signIn(agent, "oak");
        assertThat(agent.locator("#password-error")).not().isEmpty();
    }

    @Test
    void upload_succeeds() {
        Page customer = open("/");
        upload(customer, "  carpenter  ");
        assertThat(customer.locator("#upload-result")).hasText("上传成功！");
        screens.take(customer, "upload-good");
    }

    @Test
    void upload_withAShortName_fails() {
        Page customer = open("/");
        upload(customer, "  oak    ");
        assertThat(customer.locator("#upload-result")).hasText("校验错误：请填写用户名");
        assertThat(customer.locator("#uname-error")).hasText("请填写用户名");
        screens.take(customer, "upload-bad");
    }

    @Test
    void upload_answersPagesInPlainSentences() {
        assertEquals("上传成功！", formAnswer("carpenter"));
        assertEquals("校验错误：请填写用户名", formAnswer(" oak "));
    }

    @Test
    void missingAsset_staysMissing() throws IOException {
        for (String accept : new String[] {"*/*", "text/html"}) {
            String answer = Wire.exchange(
                    server.port(),
                    "GET " + Sample.AT + "/assets/x.js HTTP/1.1\nHost: localhost\nAccept: " + accept
                            + "\nConnection: close\n\n");
            assertEquals("HTTP/1.1 404", answer.substring(0, 12));
        }
    }

    @Test
    void tutorial_isKeptApartFromTheDesk() throws Exception {
        Node.run("tutorial.mjs", server.uri(Sample.AT + "/").toString());
    }

    private Page open(String path) {
        return chromium.open(server.uri(Sample.AT + path).toString());
    }

    private Page signedIn() {
        Page agent = open("/agent");
        signIn(agent, "oak-and-ash");
        assertThat(agent.locator("#agent-name")).hasText("Mia");
        assertThat(agent.locator("#connection")).hasText("Connected");
        return agent;
    }

    private static void signIn(Page agent, String password) {
        agent.locator("#agent").fill("mia");
        agent.locator("#password").fill(password);
        agent.locator("#sign-in").click();
    }

    private static void say(Page page, String chat, String text) {
        page.locator("#" + chat + "-text").fill(text);
        page.locator("#" + chat + "-send").click();
        assertThat(page.locator("#" + chat + "-log .mine:not([data-pending])").getByText(text))
                .isVisible();
    }

    private static void assertSaid(Page page, String chat, String text) {
        assertThat(page.locator("#" + chat + "-log .theirs").getByText(text)).isVisible();
    }

    private static void pick(Page agent, String text) {
        agent.locator("#conversations a", new Page.LocatorOptions().setHasText(text))
                .click();
        assertThat(agent.locator("#talk")).isVisible();
    }

    private static void upload(Page customer, String name) {
        Locator form = customer.locator("#upload-form");
        form.locator("#uname").fill(name);
        form.locator("#file").setInputFiles(RECEIPT);
        form.locator("#upload-send").click();
    }

    /** Returns what the form of a page without scripts gets. */
    private String formAnswer(String name) {
        APIResponse answer = open("/")
                .request()
                .post(
                        server.uri(Sample.AT + "/upload").toString(),
                        RequestOptions.create()
                                .setHeader("Accept", "text/html")
                                .setMultipart(
                                        FormData.create().set("uname", name).set("file", RECEIPT)));
        return answer.text();
    }
}
