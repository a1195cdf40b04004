package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tenon.it.Stage.assertSaid;
import static dev.tenon.it.Stage.pick;
import static dev.tenon.it.Stage.say;
import static dev.tenon.it.Stage.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What was said can be found again. */
interface HistoryStory extends Story {
    @Test
    default void deepLink_reloads() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        String question = saying("Do you repair chairs?");
        say(customer, "chat", question);
        pick(agent, question);
        String link = agent.url();
        assertEquals(200, agent.reload().status());
        assertEquals(link, agent.url());
        assertSaid(agent, "talk", question);
        agent.navigate(stage().address("/agent/conversations/4711"));
        assertThat(agent.locator("#talk-empty-title")).hasText("There is no such conversation");
        agent.navigate(stage().address("/agent/conversations/oak"));
        assertThat(agent.locator("h1")).hasText("There is no such page");
    }

    @Test
    default void search_findsAMessage_farBack() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        String needle = saying("A sideboard of PEAR wood");
        say(customer, "chat", needle);
        for (int i = 0; i < 40; i++) {
            Stage.write(customer, "chat", "and " + i);
        }
        assertThat(Stage.mine(customer, "chat", "and 39")).not().hasAttribute("data-pending", "");
        customer.reload();
        assertThat(Stage.mine(customer, "chat", needle)).hasCount(0);
        customer.locator("#chat-earlier").click();
        assertThat(Stage.mine(customer, "chat", needle)).isVisible();

        agent.locator("#search").fill(needle.toLowerCase(Locale.ROOT));
        assertThat(agent.locator("#found-count")).hasText("1 found");
        agent.locator("#found a").click();
        assertSaid(agent, "talk", needle);
        agent.locator("#search").press("Escape");
        assertThat(agent.locator("#queue nav")).isVisible();
    }
}
