package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tenon.it.Stage.assertSaid;
import static dev.tenon.it.Stage.connected;
import static dev.tenon.it.Stage.mine;
import static dev.tenon.it.Stage.pick;
import static dev.tenon.it.Stage.say;
import static dev.tenon.it.Stage.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A customer and an agent, each in a browser of their own. */
interface ChatStory extends Story {
    @Test
    default void customerAndAgent_talkInBothDirections() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        assertThat(customer.locator("#chat-agent")).hasText("Mia is here for you");
        String question = saying("Is the oak table in stock?");
        say(customer, "chat", question);
        pick(agent, question);
        assertSaid(agent, "talk", question);
        String answer = saying("Yes, two of them.");
        say(agent, "talk", answer);
        assertSaid(customer, "chat", answer);
    }

    @Test
    default void eachSide_seesThatTheOtherTypes_andWhatArrived() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        String question = saying("How long does a repair take?");
        say(customer, "chat", question);
        assertThat(mine(customer, "chat", question)).containsText("Delivered");
        pick(agent, question);
        assertThat(mine(customer, "chat", question)).containsText("Read");
        agent.locator("#talk-text").pressSequentially("About");
        assertThat(customer.locator("#chat-typing")).hasText("Mia is typing …");
        customer.locator("#chat-text").pressSequentially("Take");
        assertThat(agent.locator("#talk-typing")).hasText("Typing …");
        say(agent, "talk", "About a week.");
        assertThat(customer.locator("#chat-typing")).isEmpty();
        assertThat(mine(agent, "talk", "About a week.")).containsText("Read");
    }

    @Test
    default void customerWhoPolls_isGoneWithThePage() {
        Page agent = stage().mia();
        Page customer = stage().open("/nowhere");
        customer.addInitScript("delete window.WebSocket; const send = navigator.sendBeacon.bind(navigator);"
                + " navigator.sendBeacon = (to, what) => { localStorage.said = what; return send(to, what); }");
        customer.navigate(stage().address("/"));
        connected(customer);
        String question = saying("Is anybody there?");
        say(customer, "chat", question);
        pick(agent, question);
        assertThat(agent.locator("#talk-presence")).hasText("Online");
        customer.navigate("about:blank");
        assertThat(agent.locator("#talk-presence")).hasText("Away");
        assertEquals("1", stage().tab(customer, "/nowhere").evaluate("localStorage.said")); // the packet that closes
    }

    @Test
    default void unreadMessages_areCounted_untilSomebodyLooks() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        String question = saying("Do you have benches?");
        say(customer, "chat", question);
        pick(agent, question);
        customer.evaluate("document.hasFocus = () => false");
        say(agent, "talk", "We have three.");
        say(agent, "talk", "All of ash.");
        assertThat(customer.locator("#chat-unread")).hasText("2");
        assertThat(customer).hasTitle(Pattern.compile("^\\(2\\) "));
        customer.evaluate("document.hasFocus = () => true; dispatchEvent(new Event('focus'))");
        assertThat(customer.locator("#chat-unread")).isHidden();
        assertThat(mine(agent, "talk", "All of ash.")).containsText("Read");
    }

    @Test
    default void severalTabs_areOneCustomer() {
        Page agent = stage().mia();
        Page first = stage().customer();
        Page second = stage().tab(first, "/");
        String question = saying("Do you deliver on Sundays?");
        say(first, "chat", question);
        assertThat(mine(second, "chat", question)).isVisible();
        pick(agent, question);
        first.close();
        String more = saying("Or on Mondays?");
        say(second, "chat", more);
        assertSaid(agent, "talk", more);
        assertThat(agent.locator("#talk-presence")).hasText("Online");
        second.close();
        assertThat(agent.locator("#talk-presence")).hasText("Away");
    }

    @Test
    default void withoutAnAgent_aMessageIsLeft_andTheNextAgentFindsIt() {
        Page customer = stage().customer();
        assertThat(customer.locator("#chat-agent")).containsText("Leave a message");
        String question = saying("Is anybody there?");
        say(customer, "chat", question);
        Page agent = stage().leo();
        assertThat(customer.locator("#chat-agent")).hasText("Leo is here for you");
        pick(agent, question);
        assertSaid(agent, "talk", question);
    }
}
