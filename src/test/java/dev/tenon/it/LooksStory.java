package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tenon.it.Stage.line;
import static dev.tenon.it.Stage.pick;
import static dev.tenon.it.Stage.say;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every page in light and English, in dark and Chinese, on a desktop and a phone: nothing that axe calls serious, nothing wider than the screen. */
interface LooksStory extends Story {
    String CHAIRS = "Do you take old chairs back?";
    String ORDER = "Where is my order?";

    @Test
    default void everyPage_canBeReadAndUsedByEverybody() {
        look(new NewContextOptions().setBypassCSP(true).setLocale("en-US").setColorScheme(ColorScheme.LIGHT), "light");
        look(new NewContextOptions().setBypassCSP(true).setLocale("zh-CN").setColorScheme(ColorScheme.DARK), "dark");
    }

    private void look(NewContextOptions options, String name) {
        Page agent = stage().open("/agent", options);
        Stage.signIn(agent, "mia", "wrong");
        assertThat(agent.locator("#password-error")).not().isEmpty();
        judge(agent, name + "-sign-in");
        Stage.signIn(agent, "mia", "oak-and-ash");
        Stage.connected(agent);
        Page customer = stage().open("/", options);
        Stage.connected(customer);
        talk(customer, agent);
        wait(agent, CHAIRS);
        wait(agent, ORDER);
        assertThat(agent.locator("#live-customers")).hasText("3", Stage.patient());
        judge(customer, name + "-shop");
        judge(agent, name + "-desk");
        agent.locator("a.brand").click();
        judge(agent, name + "-queue");
        agent.locator("#search").fill("oak");
        assertThat(agent.locator("#found a").first()).isVisible();
        judge(agent, name + "-search");
        judge(stage().open("/nowhere", options), name + "-lost");
        clear(agent);
        stage().chromium().closePages();
    }

    private static void talk(Page customer, Page agent) {
        String question = "Good morning! Is the oak table from your window still there?";
        say(customer, "chat", question);
        pick(agent, question);
        say(agent, "talk", "It is, and a second one of ash. Which one do you like?");
        say(customer, "chat", "The oak one. This is where it would stand:");
        customer.locator("#chat-file").setInputFiles(new FilePayload("room.png", "image/png", Room.picture()));
        assertThat(agent.locator("#talk-log img")).isVisible();
        agent.locator("#talk-log img").evaluate("image => image.decode()");
        assertThat(customer.locator("#chat-log img")).isVisible();
    }

    private void wait(Page agent, String question) {
        say(stage().customer(), "chat", question);
        assertThat(line(agent, question)).isVisible();
    }

    /** Takes the three off the desk again; what others left on it stays. */
    private static void clear(Page agent) {
        agent.setViewportSize(1280, 800);
        agent.locator("#search").press("Escape");
        for (String last : List.of("room.png", CHAIRS, ORDER)) {
            line(agent, last).click();
            agent.locator("#talk-done").click();
            assertThat(agent.locator("#talk")).isHidden();
        }
        agent.locator("#sign-out").click();
        assertThat(agent.locator("#sign-in-form")).isVisible();
    }

    private void judge(Page page, String name) {
        page.addScriptTag(
                new Page.AddScriptTagOptions().setPath(Sample.folder().resolve("node_modules/axe-core/axe.min.js")));
        for (Screens.Size size : Screens.Size.values()) {
            stage().screens().take(page, name, size);
            assertEquals(List.of(), page.evaluate(SERIOUS), name + " " + size);
            assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), name + " is too wide");
        }
    }

    /** What axe finds that keeps somebody from using the page. */
    String SERIOUS = """
            axe.run().then(({ violations }) => violations
              .filter(({ impact }) => impact === "serious" || impact === "critical")
              .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join()}`))
            """;
}
