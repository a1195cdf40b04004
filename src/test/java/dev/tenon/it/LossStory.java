package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tenon.it.Stage.assertSaid;
import static dev.tenon.it.Stage.connected;
import static dev.tenon.it.Stage.disconnected;
import static dev.tenon.it.Stage.mine;
import static dev.tenon.it.Stage.pick;
import static dev.tenon.it.Stage.say;
import static dev.tenon.it.Stage.saying;
import static dev.tenon.it.Stage.write;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Networks break, pages are loaded again, servers start again: nothing that was written is lost, or said twice. */
interface LossStory extends Story {
    @Test
    default void lostNetwork_losesNothing() {
        Page customer = stage().customer();
        String before = saying("One table");
        say(customer, "chat", before);
        stage().cable().cut();
        disconnected(customer);
        String during = saying("and two chairs");
        write(customer, "chat", during);
        assertThat(mine(customer, "chat", during)).hasAttribute("data-pending", "");
        assertThat(customer.locator("#chat .offline")).isVisible();
        stage().cable().mend();
        connected(customer);
        assertThat(mine(customer, "chat", during)).not().hasAttribute("data-pending", "");
        Page agent = stage().mia();
        pick(agent, during);
        assertSaid(agent, "talk", before);
        assertThat(agent.locator("#talk-log .theirs")).hasCount(2);
    }

    @Test
    default void reloadBeforeTheServerHasIt_losesNothing() {
        Page customer = stage().customer();
        String message = saying("Please call me back");
        stage().cable().cut();
        disconnected(customer);
        write(customer, "chat", message);
        assertThat(mine(customer, "chat", message)).isVisible();
        customer.evaluate(
                "new Promise((resolve) => setTimeout(resolve, 200))"); // as long as a browser takes to keep it
        stage().cable().mend();
        customer.reload();
        connected(customer);
        assertThat(mine(customer, "chat", message)).not().hasAttribute("data-pending", "");
        assertThat(mine(customer, "chat", message)).hasCount(1);
    }

    @Test
    default void agent_isSignedInAfterARestart() throws Exception {
        Page agent = stage().mia();
        Page customer = stage().customerOnAPhone();
        String before = saying("Are you open tomorrow?");
        say(customer, "chat", before);
        pick(agent, before);
        stage().restart();
        connected(agent);
        connected(customer);
        assertThat(agent.locator("#agent-name")).hasText("Mia");
        agent.reload();
        customer.reload();
        connected(customer);
        assertSaid(agent, "talk", before);
        assertThat(mine(customer, "chat", before)).isVisible();
        String after = saying("Are you back?");
        say(customer, "chat", after);
        assertSaid(agent, "talk", after);
    }
}
