package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tenon.it.Stage.assertSaid;
import static dev.tenon.it.Stage.line;
import static dev.tenon.it.Stage.pick;
import static dev.tenon.it.Stage.say;
import static dev.tenon.it.Stage.saying;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A day at the desk. */
interface AgentStory extends Story {
    @Test
    default void severalCustomers_areServedAtOnce_whoWaitsLongestFirst() {
        Page agent = stage().mia();
        Page anna = stage().customer();
        Page bert = stage().customer();
        String first = saying("First");
        String second = saying("Second");
        say(anna, "chat", first);
        say(bert, "chat", second);
        assertThat(line(agent, second)).isVisible();
        Locator waiting = agent.locator("#waiting a");
        assertThat(waiting.filter(new Locator.FilterOptions().setHasText(first)))
                .isVisible();
        pick(agent, second);
        say(agent, "talk", "Hello Bert");
        assertThat(agent.locator("#answered").getByText("Hello Bert")).isVisible();
        pick(agent, first);
        say(agent, "talk", "Hello Anna");
        assertSaid(anna, "chat", "Hello Anna");
        assertSaid(bert, "chat", "Hello Bert");
        assertThat(bert.getByText("Hello Anna")).hasCount(0);
    }

    @Test
    default void customer_isHandedOverToAColleague() {
        Page mia = stage().mia();
        Page customer = stage().customer();
        String question = saying("Can you make it in walnut?");
        say(customer, "chat", question);
        pick(mia, question);
        Page leo = stage().leo();
        mia.locator("#hand-over summary").click();
        mia.getByText("Hand over to Leo").click();
        assertThat(customer.locator("#chat-agent")).hasText("Leo is here for you");
        assertThat(mia.locator("#talk-why")).hasText("Leo serves this customer.");
        assertThat(mia.locator("#talk-form")).isHidden();
        pick(leo, question);
        say(leo, "talk", "In walnut, too.");
        assertSaid(customer, "chat", "In walnut, too.");
        leo.locator("#sign-out").click();
    }

    @Test
    default void readyAnswer_isPutIntoTheField_andSent() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        String question = saying("It has a scratch.");
        say(customer, "chat", question);
        pick(agent, question);
        agent.locator("#canned summary").click();
        agent.getByText("Could you send us a picture of it?").click();
        assertThat(agent.locator("#talk-text")).hasValue("Could you send us a picture of it?");
        agent.locator("#talk-text").press("Enter");
        assertSaid(customer, "chat", "Could you send us a picture of it?");
    }

    @Test
    default void doneConversation_leavesTheDesk_untilTheCustomerWrites() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        String question = saying("What does it cost?");
        say(customer, "chat", question);
        pick(agent, question);
        agent.locator("#talk-done").click();
        assertThat(line(agent, question)).hasCount(0);
        String more = saying("And with delivery?");
        say(customer, "chat", more);
        pick(agent, more);
        assertSaid(agent, "talk", question);
    }

    @Test
    default void liveView_countsWhoIsHereAndWhatIsSaid() {
        Page agent = stage().mia();
        Page customer = stage().customer();
        say(customer, "chat", saying("Hello"));
        assertThat(agent.locator("#live-customers")).hasText("1", Stage.patient());
        assertThat(agent.locator("#live-connections")).hasText("2", Stage.patient());
        assertThat(agent.locator("#live-waiting")).not().hasText("0");
        assertThat(agent.locator("#live-rate")).not().hasText("0");
        assertThat(agent.locator("#live-longest")).not().hasText("–");
        customer.close();
        assertThat(agent.locator("#live-customers")).hasText("0", Stage.patient());
    }

    @Test
    default void signingOut_endsEveryTab() {
        Page first = stage().leo();
        Page second = stage().tab(first, "/agent");
        assertThat(second.locator("#agent-name")).hasText("Leo");
        Stage.connected(second);
        first.locator("#sign-out").click();
        assertThat(first.locator("#sign-in-form")).isVisible();
        assertThat(second.locator("#sign-in-form")).isVisible();
    }
}
