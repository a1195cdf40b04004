package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Who gives way to whom, step by step. */
class WritersTest {
    @TempDir
    private Path folder;

    private final Writers writers = new Writers();
    private Path bytes;
    private Writers.Writer first;

    @BeforeEach
    void open() throws IOException {
        bytes = Files.createFile(folder.resolve("upload"));
        first = writers.open(bytes, 0);
    }

    @Test
    void writerThatWaits_givesWayAtItsOffset() throws Exception {
        first.begin(0);
        try (Writers.Writer second = writers.open(bytes, 0)) {
            assertFalse(first.channel().isOpen());
            assertStatus(423, () -> first.advance(0, 4));
            assertStatus(423, first::finish);
            second.begin(0);
            second.advance(0, 4);
            second.finish();
        }
    }

    /** Else the first is stopped with all written, the second finds that there is nothing left to write, and both are refused. */
    @Test
    void writerThatWentOn_doesNotGiveWayToOneWhoWasAtTheSameOffset() throws Exception {
        first.begin(0);
        first.advance(0, 4);
        assertStatus(409, () -> writers.open(bytes, 0));
        assertTrue(first.channel().isOpen());
        first.finish();
    }

    @Test
    void writerThatKeepsTheState_doesNotGiveWay() throws Exception {
        assertStatus(423, () -> writers.open(bytes, 0));
        assertStatus(423, () -> writers.stop(bytes));
        first.begin(0);
        first.finish();
        assertStatus(423, () -> writers.open(bytes, 0));
        assertTrue(first.channel().isOpen());
    }

    @Test
    void stop_worksAtWhateverOffset() throws Exception {
        first.begin(0);
        first.advance(0, 4);
        writers.stop(bytes);
        assertStatus(423, first::finish);
        writers.open(bytes, 4).close();
    }

    @Test
    void close_makesRoom() throws Exception {
        first.close();
        writers.stop(bytes);
        writers.open(bytes, 0).close();
    }

    private static void assertStatus(int status, Executable step) {
        TusException refusal = assertThrows(TusException.class, step);
        assertEquals(status, refusal.problem().status());
    }
}
