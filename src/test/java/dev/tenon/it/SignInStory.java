package dev.tenon.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The form of agents says what is wrong beside the fields. */
interface SignInStory extends Story {
    @Test
    default void wrongPassword_isRefused() {
        Page agent = stage().open("/agent");
        Stage.signIn(agent, "mia", "oak");
        assertThat(agent.locator("#password-error")).hasText("This is not the password of this agent");
        assertThat(agent.locator("#password")).isFocused();
        assertThat(agent.locator("#agent-error")).isEmpty();
    }

    @Test
    default void whatIsWrong_isSaidAsOneTypes_inTheLanguageOfTheBrowser() {
        Page agent = stage().open("/agent", new NewContextOptions().setLocale("zh-CN"));
        assertThat(agent.locator("#sign-in-title")).hasText("登录客服台");
        agent.locator("#agent").fill("m");
        agent.locator("#agent").fill("");
        assertThat(agent.locator("#agent-error")).hasText("请输入客服名");
        assertThat(agent.locator("#password-error")).isEmpty();
        agent.locator("#agent").fill("mia");
        assertThat(agent.locator("#agent-error")).isEmpty();
    }
}
