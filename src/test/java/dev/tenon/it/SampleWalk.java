package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Visitors walk through the sample in a real browser; the same WAR file on every server. The stories say what they do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SampleWalk
        implements ChatStory,
                LossStory,
                AgentStory,
                HistoryStory,
                SignInStory,
                FileStory,
                PhoneStory,
                KeyboardStory,
                UploadStory,
                LooksStory {
    private static final Set<String> CHECKSUMS = ConcurrentHashMap.newKeySet();

    private Stage stage;

    abstract Server create() throws IOException;

    @Override
    public Stage stage() {
        return stage;
    }

    @BeforeAll
    void start() throws Exception {
        CHECKSUMS.add(Sample.checksum());
        stage = new Stage(create());
        stage.start();
    }

    @AfterEach
    void leave() {
        stage.chromium().closePages();
        stage.cable().mend();
        assertEquals(
                0,
                stage.chromium().errors().size(),
                () -> "scripts threw " + stage.chromium().errors());
    }

    @AfterAll
    void stop() throws IOException {
        if (stage != null) {
            stage.close();
        }
    }

    @Test
    void war_isTheSameOnEveryServer() {
        assertEquals(1, CHECKSUMS.size(), () -> "different files were deployed: " + CHECKSUMS);
    }

    @Test
    void missingAsset_staysMissing() throws IOException {
        for (String accept : new String[] {"*/*", "text/html"}) {
            String answer = Wire.exchange(
                    stage.server().port(),
                    "GET " + Sample.AT + "/assets/x.js HTTP/1.1\nHost: localhost\nAccept: " + accept
                            + "\nConnection: close\n\n");
            assertEquals("HTTP/1.1 404", answer.substring(0, 12));
        }
    }

    @Test
    void deepLink_getsThePageWithItsBase_andLetsNothingElseIn() throws IOException {
        String answer = Wire.exchange(
                stage.server().port(),
                "GET " + Sample.AT + "/agent/conversations/1 HTTP/1.1\nHost: localhost\nAccept: text/html"
                        + "\nConnection: close\n\n");
        assertTrue(answer.contains("<base href=\"" + Sample.AT + "/\""), answer);
        assertTrue(answer.contains("default-src 'self'; object-src 'none'"), answer);
    }

    @Test
    void tutorial_isKeptApartFromTheDesk() throws Exception {
        Node.run("tutorial.mjs", stage.server().uri(Sample.AT + "/").toString());
    }
}
