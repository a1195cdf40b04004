package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tenon.it.Stage.assertSaid;
import static dev.tenon.it.Stage.line;
import static dev.tenon.it.Stage.mine;
import static dev.tenon.it.Stage.pick;
import static dev.tenon.it.Stage.say;
import static dev.tenon.it.Stage.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The day of a customer and the day of an agent, on a phone that is 360 pixels wide and touched. */
interface PhoneStory extends Story {
    int LARGE_ON_A_PHONE = 600_000;

    @Test
    default void customerOnAPhone_isServed_sendsFiles_andLosesNothing() {
        Page agent = stage().mia();
        Page customer = stage().customerOnAPhone();
        assertThat(customer.locator("#chat-agent")).hasText("Mia is here for you");
        String question = saying("Do you have this in cherry?");
        customer.locator("#chat-text").fill(question);
        customer.locator("#chat-send").tap();
        pick(agent, question);
        assertThat(mine(customer, "chat", question)).containsText("Read");
        agent.locator("#talk-text").pressSequentially("We");
        assertThat(customer.locator("#chat-typing")).hasText("Mia is typing …");
        unread(agent, customer);
        files(agent, customer);
        offline(agent, customer);
        customer.locator("#uname").fill("oak");
        customer.locator("#upload-send").tap();
        assertThat(customer.locator("#uname-error")).hasText("Please enter 6 to 20 characters");
        assertFits(customer);
    }

    private static void unread(Page agent, Page customer) {
        customer.evaluate("document.hasFocus = () => false");
        say(agent, "talk", "We do, in two sizes.");
        assertThat(customer.locator("#chat-unread")).hasText("1");
        customer.evaluate("document.hasFocus = () => true; dispatchEvent(new Event('focus'))");
        assertThat(customer.locator("#chat-unread")).isHidden();
    }

    private void files(Page agent, Page customer) {
        customer.locator("#chat-file").setInputFiles(new FilePayload("table.png", "image/png", FileStory.PIXEL));
        assertThat(agent.locator("#talk-log img")).hasAttribute("alt", "Picture table.png");
        stage().cable().slow(100_000);
        customer.locator("#chat-file")
                .setInputFiles(new FilePayload("walk.bin", "application/octet-stream", new byte[LARGE_ON_A_PHONE]));
        Locator transfer = customer.locator("#chat-log .transfer");
        assertThat(transfer.locator(".state")).containsText(Pattern.compile("of 600 kB · .*B/s · .* left"));
        transfer.getByLabel("Pause").tap();
        assertThat(transfer.locator(".state")).containsText(Pattern.compile("Paused at \\d+"));
        assertFits(customer);
        stage().cable().slow(Long.MAX_VALUE);
        transfer.getByLabel("Resume").tap();
        assertThat(agent.locator("#talk-log a.file").getByText("walk.bin")).isVisible();
    }

    private void offline(Page agent, Page customer) {
        stage().cable().cut();
        Stage.disconnected(customer);
        String tunnel = saying("I am in a tunnel");
        Stage.write(customer, "chat", tunnel);
        assertThat(customer.locator("#chat .offline")).isVisible();
        assertThat(mine(customer, "chat", tunnel)).hasAttribute("data-pending", "");
        assertFits(customer);
        stage().cable().mend();
        customer.reload();
        Stage.connected(customer);
        assertThat(mine(customer, "chat", tunnel)).not().hasAttribute("data-pending", "");
        Stage.connected(agent);
        assertSaid(agent, "talk", tunnel);
    }

    @Test
    default void agentOnAPhone_findsWhatWasLeft_serves_searchesAndHandsOver() {
        Page customer = stage().customerOnAPhone();
        assertThat(customer.locator("#chat-agent")).containsText("Leave a message");
        String question = saying("Can you repair my grandmother's rocking chair?");
        say(customer, "chat", question);
        Page agent = stage().miaOnAPhone();
        assertThat(agent.locator("#live-customers")).hasText("1", Stage.patient());
        assertFits(agent);
        assertThat(agent.locator("#talk")).isHidden();
        line(agent, question).tap();
        assertThat(agent.locator("#queue")).isHidden();
        assertSaid(agent, "talk", question);
        customer.locator("#chat-text").pressSequentially("It");
        assertThat(agent.locator("#talk-typing")).hasText("Typing …");
        answer(agent, customer);
        String link = agent.url();
        agent.locator("#back").tap();
        assertThat(agent.locator("#queue nav")).isVisible();
        find(agent, question);
        assertEquals(link, agent.url().split("#", 2)[0]);
        handOver(agent, customer);
    }

    private static void answer(Page agent, Page customer) {
        agent.locator("#canned summary").tap();
        assertFits(agent);
        agent.locator("#canned ul")
                .getByText("Could you send us a picture of it?")
                .tap();
        agent.locator("#talk-send").tap();
        assertSaid(customer, "chat", "Could you send us a picture of it?");
        agent.locator("#talk-file").setInputFiles(new FilePayload("like-this.png", "image/png", FileStory.PIXEL));
        assertThat(customer.locator("#chat-log img")).hasAttribute("alt", "Picture like-this.png");
        assertFits(agent);
    }

    private static void find(Page agent, String words) {
        agent.locator("#search").fill(words);
        assertThat(agent.locator("#found-count")).hasText("1 found");
        assertFits(agent);
        agent.locator("#found a").tap();
        assertSaid(agent, "talk", words);
    }

    private void handOver(Page agent, Page customer) {
        Page leo = stage().leo();
        agent.locator("#hand-over summary").tap();
        assertFits(agent);
        agent.getByText("Hand over to Leo").tap();
        assertThat(customer.locator("#chat-agent")).hasText("Leo is here for you");
        assertThat(agent.locator("#talk-why")).hasText("Leo serves this customer.");
        leo.locator("#sign-out").click();
        assertThat(leo.locator("#sign-in-form")).isVisible();
        assertThat(agent.locator("#talk-form")).isVisible(); // Mia is the only one who is left
        agent.locator("#talk-done").tap();
        assertThat(agent.locator("#queue")).isVisible();
        agent.locator("#sign-out").tap();
        assertThat(agent.locator("#sign-in-form")).isVisible();
    }

    /** Nothing is wider than the screen. */
    private static void assertFits(Page page) {
        assertEquals(0, page.evaluate("document.documentElement.scrollWidth - innerWidth"), page.url());
    }
}
