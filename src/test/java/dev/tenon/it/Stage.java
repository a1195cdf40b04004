package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A server with the sample on it, and the browsers of those who walk through it. Not thread-safe. */
final class Stage implements AutoCloseable {
    private static final Map<String, String> PASSWORDS = Map.of("mia", "oak-and-ash", "leo", "elm-and-yew");

    /** The client waits longer after each try; 20 s were too short on a busy machine. */
    private static final double RECONNECT_MILLIS = 60_000;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Server server;
    private final Chromium chromium = new Chromium();
    private final Screens screens;
    private final Cable cable;

    /** @param server not yet started */
    Stage(Server server) throws IOException {
        this.server = server;
        this.screens = new Screens(server.toString());
        this.cable = new Cable(server.port());
    }

    /** Who closes a page before its upgrade to WebSocket is here until a ping is missed: that need not take 45 seconds. */
    Stage start() throws IOException, InterruptedException {
        server.environment("TENON_REALTIME_PINGINTERVAL", "5s");
        server.environment("TENON_REALTIME_PINGTIMEOUT", "10s");
        Sample.on(server, Sample.h2(server));
        return this;
    }

    Server server() {
        return server;
    }

    Chromium chromium() {
        return chromium;
    }

    Screens screens() {
        return screens;
    }

    /** Returns the network that browsers reach the server by. */
    Cable cable() {
        return cable;
    }

    /** Returns a text that nobody else says. */
    static String saying(String text) {
        return text + " (" + COUNT.incrementAndGet() + ")";
    }

    String address(String path) {
        return "http://127.0.0.1:" + cable.port() + Sample.AT + path;
    }

    Page open(String path) {
        return chromium.open(address(path));
    }

    Page open(String path, NewContextOptions options) {
        return chromium.open(address(path), options);
    }

    /** Opens the page in one more tab of the same browser. */
    Page tab(Page page, String path) {
        return chromium.tab(page.context(), address(path));
    }

    /** Opens the shop, connected. */
    Page customer() {
        Page customer = open("/");
        connected(customer);
        return customer;
    }

    /** Opens the shop on a phone, connected. */
    Page customerOnAPhone() {
        Page customer = open("/", phone());
        connected(customer);
        return customer;
    }

    /** Returns a phone: narrow, and touched. */
    static NewContextOptions phone() {
        return new NewContextOptions()
                .setViewportSize(Screens.Size.PHONE.width(), Screens.Size.PHONE.height())
                .setHasTouch(true)
                .setIsMobile(true);
    }

    Page mia() {
        return agent(new NewContextOptions(), "mia", "Mia");
    }

    Page miaOnAPhone() {
        return agent(phone(), "mia", "Mia");
    }

    Page leo() {
        return agent(new NewContextOptions(), "leo", "Leo");
    }

    private Page agent(NewContextOptions options, String id, String name) {
        Page agent = open("/agent", options);
        signIn(agent, id, PASSWORDS.get(id));
        assertThat(agent.locator("#agent-name")).hasText(name);
        connected(agent);
        return agent;
    }

    static void signIn(Page agent, String id, String password) {
        agent.locator("#agent").fill(id);
        agent.locator("#password").fill(password);
        agent.locator("#sign-in").click();
    }

    static void connected(Page page) {
        assertThat(page.locator("#connection"))
                .hasAttribute(
                        "data-state",
                        "connected",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(RECONNECT_MILLIS));
    }

    /** For what a connection that nobody closed may hold back until its ping times out. */
    static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(RECONNECT_MILLIS);
    }

    static void disconnected(Page page) {
        assertThat(page.locator("#connection")).hasAttribute("data-state", "connecting");
    }

    /** Writes and waits until the server has it. */
    static void say(Page page, String chat, String text) {
        write(page, chat, text);
        assertThat(mine(page, chat, text)).isVisible();
        assertThat(mine(page, chat, text)).not().hasAttribute("data-pending", "");
    }

    static void write(Page page, String chat, String text) {
        page.locator("#" + chat + "-text").fill(text);
        page.locator("#" + chat + "-send").click();
    }

    static Locator mine(Page page, String chat, String text) {
        return page.locator("#" + chat + "-log .mine", new Page.LocatorOptions().setHasText(text));
    }

    static void assertSaid(Page page, String chat, String text) {
        assertThat(page.locator("#" + chat + "-log .theirs").getByText(text)).isVisible();
    }

    /** Returns the line of the queue that shows this text. */
    static Locator line(Page agent, String text) {
        return agent.locator("#queue nav a", new Page.LocatorOptions().setHasText(text));
    }

    /** Opens the conversation whose last message this is. */
    static void pick(Page agent, String text) {
        line(agent, text).click();
        assertThat(agent.locator("#talk")).isVisible();
    }

    /** Ends the server and starts it again; browsers stay open, and try to connect all the time. */
    void restart() throws IOException, InterruptedException {
        server.restart(Sample.AT + "/index.html");
    }

    @Override
    public void close() throws IOException {
        server.close();
        chromium.close();
        cable.close();
    }
}
