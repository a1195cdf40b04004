package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.tenon.it.Stage.assertSaid;
import static dev.tenon.it.Stage.line;
import static dev.tenon.it.Stage.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A customer and an agent who have no mouse: everything is reached by keys, and it is seen where one is. */
interface KeyboardStory extends Story {
    int MOST_TABS = 80;

    @Test
    default void customerAndAgent_needNoMouse() {
        Page customer = stage().customer();
        String question = saying("Is there a step at your door?");
        tabTo(customer, "Tab", "#chat-text");
        customer.keyboard().type(question);
        customer.keyboard().press("Enter");
        Page agent = signedIn();
        String conversation = line(agent, question).getAttribute("data-conversation");
        tabTo(agent, "Tab", "#waiting [data-conversation='" + conversation + "']");
        agent.keyboard().press("Enter");
        assertSaid(agent, "talk", question);
        assertThat(agent.locator("#talk-text")).isFocused();
        agent.keyboard().type("There is none.");
        agent.keyboard().press("Enter");
        assertSaid(customer, "chat", "There is none.");
        readyAnswer(agent, customer);
        tabTo(agent, "Shift+Tab", "#talk-done");
        agent.keyboard().press("Enter");
        assertThat(agent.locator("#talk")).isHidden();
        tabTo(agent, "Tab", "#sign-out");
        agent.keyboard().press("Enter");
        assertThat(agent.locator("#agent")).isFocused();
    }

    private Page signedIn() {
        Page agent = stage().open("/agent");
        assertThat(agent.locator("#agent")).isFocused();
        agent.keyboard().type("mia");
        agent.keyboard().press("Tab");
        agent.keyboard().type("oak-and-ash");
        agent.keyboard().press("Enter");
        Stage.connected(agent);
        return agent;
    }

    private static void readyAnswer(Page agent, Page customer) {
        tabTo(agent, "Shift+Tab", "#canned summary");
        agent.keyboard().press("Enter");
        assertThat(agent.locator("#canned ul")).isVisible();
        agent.keyboard().press("Escape");
        assertThat(agent.locator("#canned ul")).isHidden();
        assertThat(agent.locator("#canned summary")).isFocused();
        agent.keyboard().press("Enter");
        agent.keyboard().press("Tab");
        agent.keyboard().press("Enter");
        assertThat(agent.locator("#talk-text")).isFocused();
        agent.keyboard().press("Enter");
        assertSaid(customer, "chat", "Hello, good to hear from you! How can I help?");
    }

    /** Goes on by a key until something is reached; all that is passed shows that it has the focus. */
    private static void tabTo(Page page, String key, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press(key);
            assertEquals("", page.evaluate(HIDDEN_FOCUS));
            if ((boolean) page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector)) {
                return;
            }
        }
        fail(selector + " is not reached by " + key);
    }

    /** Names what has the focus without showing it. */
    String HIDDEN_FOCUS = """
            (() => {
              const { activeElement } = document;
              const { outlineStyle, outlineWidth, visibility } = getComputedStyle(activeElement);
              const shown = activeElement === document.body || activeElement.matches("textarea, input")
                || (outlineStyle !== "none" && outlineWidth !== "0px" && visibility === "visible");
              return shown ? "" : activeElement.outerHTML;
            })()
            """;
}
