package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnclaimedFilesTest {
    private static final String OLD = "0".repeat(32);
    private static final String NEW = "1".repeat(32);
    private static final String OLD_HALF = "2".repeat(32) + ".part";
    private static final String NEW_HALF = "3".repeat(32) + ".part";
    private static final String ANOTHER = "report.pdf";

    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        for (String name : List.of(OLD, NEW, OLD_HALF, NEW_HALF, ANOTHER)) {
            Path file = Files.createFile(folder.resolve(name));
            boolean young = name.equals(NEW) || name.equals(NEW_HALF);
            Instant time = Instant.now().minus(young ? Duration.ofMinutes(1) : Duration.ofDays(2));
            Files.setLastModifiedTime(file, FileTime.from(time));
        }
    }

    @Test
    void expiration_removesWhatNobodyTookAway() throws Exception {
        new UnclaimedFiles(folder, Optional.of(Duration.ofHours(1))).sweep();
        assertEquals(List.of(NEW, NEW_HALF, ANOTHER), Folders.names(folder));
    }

    @Test
    void withoutExpiration_onlyWhatIsHalfWrittenGoes() throws Exception {
        new UnclaimedFiles(folder, Optional.empty()).sweep();
        assertEquals(List.of(OLD, NEW, NEW_HALF, ANOTHER), Folders.names(folder));
    }

    @Test
    void folderThatIsNotThere() throws Exception {
        new UnclaimedFiles(folder.resolve("none"), Optional.empty()).sweep();
    }
}
