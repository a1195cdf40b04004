package dev.tenon.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AgentsTest {
    private final Agents agents = Agents.load();

    @Test
    void agent_signsInWithThePasswordOfTheReadme() {
        assertTrue(agents.knows("mia", "oak-and-ash"));
        assertTrue(agents.knows("leo", "elm-and-yew"));
    }

    @Test
    void agent_doesNotSignInWithAnotherPassword() {
        assertFalse(agents.knows("mia", "elm-and-yew"));
        assertFalse(agents.knows("mia", ""));
    }

    @Test
    void stranger_doesNotSignIn() {
        assertFalse(agents.knows("nobody", ""));
        assertFalse(agents.knows("mia.password", ""));
    }

    @Test
    void agent_hasAName() {
        assertEquals("Mia", agents.name("mia"));
        assertEquals("gone", agents.name("gone"));
    }

    @Test
    void hash_isReadBackAsItWasWritten() {
        PasswordHash hash = PasswordHash.parse(PasswordHash.of("beech").toString());

        assertTrue(hash.matches("beech"));
        assertFalse(hash.matches("birch"));
    }
}
