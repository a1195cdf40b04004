package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tenon.it.Stage.assertSaid;
import static dev.tenon.it.Stage.connected;
import static dev.tenon.it.Stage.line;
import static dev.tenon.it.Stage.mine;
import static dev.tenon.it.Stage.pick;
import static dev.tenon.it.Stage.say;
import static dev.tenon.it.Stage.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import dev.tenon.it.DeskCluster.Node;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The desk on Payara Micro and Tomcat at once, by one command: a customer on one server and an agent on the other, in real browsers. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskClusterIT {
    private static final DeskCluster DESK = new DeskCluster();
    private static final Screens SCREENS = new Screens("Cluster");
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = new Chromium();
        DESK.start();
    }

    @AfterEach
    void leave() {
        chromium.closePages();
        assertEquals(List.of(), chromium.errors());
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        DESK.close();
    }

    /** A browser that the proxy has sent to this server before. */
    private static Page at(Node node, String path) {
        String cookie = """
                {"cookies": [{"name": "desk_server", "value": "%s", "domain": "127.0.0.1", "path": "/", "expires": -1,
                              "httpOnly": true, "secure": false, "sameSite": "Lax"}], "origins": []}
                """.formatted(node.cookie());
        Page page = chromium.open("about:blank", new NewContextOptions().setStorageState(cookie));
        List<String> servers = new CopyOnWriteArrayList<>();
        page.onResponse(response -> note(response, servers));
        page.navigate(DESK.sticky(path));
        if (path.equals("/agent")) {
            signIn(page);
        }
        connected(page);
        assertEquals(Set.of(DESK.address(node)), Set.copyOf(servers), "the server that all connections were to");
        return page;
    }

    private static void note(Response response, List<String> servers) {
        if (response.url().contains("/socket.io/")) {
            servers.add(String.valueOf(response.headers().get("x-served-by")));
        }
    }

    private static void signIn(Page agent) {
        Stage.signIn(agent, "mia", "oak-and-ash");
        assertThat(agent.locator("#agent-name")).hasText("Mia");
    }

    @Test
    @Order(1)
    void customerAndAgent_onTwoServers_talkTypeAndSendFiles() {
        Page agent = at(Node.TOMCAT, "/agent");
        Page customer = at(Node.PAYARA, "/");
        String question = saying("Is the oak table in stock?");
        say(customer, "chat", question);
        assertThat(mine(customer, "chat", question)).containsText("Delivered");
        pick(agent, question);
        assertThat(mine(customer, "chat", question)).containsText("Read");
        agent.locator("#talk-text").pressSequentially("Two");
        assertThat(customer.locator("#chat-typing")).hasText("Mia is typing …");
        customer.locator("#chat-text").pressSequentially("Or");
        assertThat(agent.locator("#talk-typing")).hasText("Typing …");
        String answer = saying("Two of them.");
        say(agent, "talk", answer);
        assertSaid(customer, "chat", answer);
        customer.locator("#chat-file").setInputFiles(new FilePayload("scratch.png", "image/png", FileStory.PIXEL));
        assertLoaded(agent.locator("#talk-log img"));
        agent.locator("#talk-file").setInputFiles(new FilePayload("oak.png", "image/png", FileStory.PIXEL));
        assertLoaded(customer.locator("#chat-log img[alt*=oak]"));
        SCREENS.take(agent, "agent-on-tomcat", Screens.Size.DESKTOP);
        SCREENS.take(customer, "customer-on-payara", Screens.Size.DESKTOP);
    }

    @Test
    @Order(2)
    void customerOfOneServer_isSeenToBeHere_andGone_atTheOther() {
        Page agent = at(Node.TOMCAT, "/agent");
        Page customer = at(Node.PAYARA, "/");
        assertThat(customer.locator("#chat-agent")).hasText("Mia is here for you");
        String question = saying("I am only looking.");
        say(customer, "chat", question);
        pick(agent, question);
        assertThat(agent.locator("#talk-presence")).hasText("Online");
        assertThat(agent.locator("#live-customers")).hasText("1", Stage.patient());
        customer.close();
        assertThat(agent.locator("#talk-presence")).hasText("Away");
        assertThat(agent.locator("#live-customers")).hasText("0");
    }

    private static void assertLoaded(Locator picture) {
        assertEquals(1, picture.evaluate("image => image.decode().then(() => image.naturalWidth)"));
    }

    @Test
    @Order(3)
    void signingOut_onOneServer_endsTheTabOnTheOther() {
        Page first = at(Node.TOMCAT, "/agent");
        first.context().addCookies(List.of(new Cookie("desk_server", Node.PAYARA.cookie()).setUrl(DESK.sticky("/"))));
        Page second = chromium.tab(first.context(), DESK.sticky("/agent"));
        connected(second);
        second.locator("#sign-out").click();
        assertThat(second.locator("#sign-in-form")).isVisible();
        assertThat(first.locator("#sign-in-form")).isVisible();
    }

    @Test
    @Order(4)
    void withoutStickiness_onlyWebSocketsAreUsed() {
        Set<Integer> polls = new TreeSet<>();
        Set<String> servers = new TreeSet<>();
        Page customer = anywhere(polls, servers, "/");
        connected(customer);
        Page agent = anywhere(polls, servers, "/agent");
        signIn(agent);
        connected(agent);
        String question = saying("Do you deliver on Sundays?");
        say(customer, "chat", question);
        pick(agent, question);
        say(agent, "talk", "On Saturdays.");
        assertSaid(customer, "chat", "On Saturdays.");
        customer.locator("#chat-file").setInputFiles(new FilePayload("door.png", "image/png", FileStory.PIXEL));
        assertLoaded(agent.locator("#talk-log img"));
        assertEquals(Set.of(400), polls);
        assertEquals(Set.of(DESK.address(Node.PAYARA), DESK.address(Node.TOMCAT)), servers);
    }

    /** A browser whose every request may come to any server. */
    private static Page anywhere(Set<Integer> polls, Set<String> servers, String path) {
        Page page = chromium.open("about:blank");
        page.onResponse(response -> {
            if (response.url().contains("transport=polling")) {
                polls.add(response.status());
            } else if (response.headers().containsKey("x-served-by")) {
                servers.add(response.headers().get("x-served-by"));
            }
        });
        page.navigate(DESK.either(path));
        return page;
    }

    @Test
    @Order(5)
    void serverThatIsKilled_isLeftForTheOther_andNothingIsLost() throws Exception {
        Page agent = at(Node.TOMCAT, "/agent");
        Page customer = at(Node.PAYARA, "/");
        String before = saying("Is somebody there?");
        say(customer, "chat", before);
        pick(agent, before);
        Page other = at(Node.PAYARA, "/");
        String hurry = saying("I have no time.");
        say(other, "chat", hurry);
        Locator picture = line(agent, hurry).locator(".avatar");
        assertThat(picture).hasAttribute("data-online", "true");
        DESK.kill(Node.PAYARA);
        other.close(); // does not come back
        Stage.write(customer, "chat", "Now I am offline.");
        say(agent, "talk", "Yes, I am.");
        connected(customer);
        assertSaid(customer, "chat", "Yes, I am.");
        assertSaid(agent, "talk", "Now I am offline.");
        assertThat(customer.locator("#chat-log").getByText("Yes, I am.")).hasCount(1);
        assertThat(agent.locator("#talk-log").getByText("Now I am offline.")).hasCount(1);
        assertThat(picture)
                .hasAttribute("data-online", "false"); // what the dead server said of its people is forgotten
        assertFalse(agent.locator("#sign-in-form").isVisible(), "still signed in");
        SCREENS.take(customer, "customer-after-the-fall", Screens.Size.PHONE);
    }
}
