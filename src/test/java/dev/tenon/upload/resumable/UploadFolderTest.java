package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the folder, and for how long. */
class UploadFolderTest {
    private static final UploadState STATE = new UploadState(4, null, null, "", UploadState.NONE);

    @TempDir
    private Path path;

    private final List<String> removed = new ArrayList<>();

    private UploadFolder folder() {
        return new UploadFolder(path, Duration.ofHours(1), removed::add);
    }

    /** Ages what lies there; by less than an hour it is still there. */
    private void age(Duration age, String... names) throws Exception {
        for (String name : names) {
            Files.setLastModifiedTime(
                    path.resolve(name), FileTime.from(Instant.now().minus(age)));
        }
    }

    @Test
    void claimedFile_isAsYoungAsItsClaim() throws Exception {
        String id = folder().create(STATE);
        age(Duration.ofMinutes(59), id);
        Path claimed = folder().claim(id).orElseThrow();
        Instant time = Files.getLastModifiedTime(claimed).toInstant();
        assertTrue(time.isAfter(Instant.now().minusSeconds(60)), time::toString);
    }

    @Test
    void sweepDuringAClaim_leavesWhatIsGivenBack() throws Exception {
        String id = folder().create(STATE);
        age(Duration.ofHours(2), id + ".json");
        Path claimed = folder().claim(id).orElseThrow();
        folder().sweep();
        folder().giveBack(claimed);
        assertEquals(Optional.of(STATE), folder().find(id));
    }

    @Test
    void claim_thatACrashCutShort_isSweptWhenItIsOld() throws Exception {
        String id = folder().create(STATE);
        assertTrue(folder().claim(id).isPresent());
        age(Duration.ofHours(2), id + ".json", id + ".claimed");
        folder().sweep();
        assertFalse(Files.exists(path.resolve(id + ".json")));
        assertFalse(Files.exists(path.resolve(id + ".claimed")));
    }

    /** The length says how far it is: with the state first, what was never verified would count. */
    @Test
    void unverifiedBytes_countOnlyUpToWhereTheyBegin_howeverFarTheyCame() throws Exception {
        String id = folder().create(STATE.withUnverified(2));
        Files.writeString(path.resolve(id), "abcd");
        assertEquals(2, folder().offset(id, folder().find(id).orElseThrow()));
    }

    /** A save writes beside the state and moves: whatever a crash leaves beside it changes nothing, and goes in time. */
    @Test
    void saveThatACrashCutShort_leavesTheStateBefore() throws Exception {
        String id = folder().create(STATE.withUnverified(2));
        Files.writeString(path.resolve(id + ".next"), "{\"length\":4,\"unver");
        assertEquals(Optional.of(STATE.withUnverified(2)), folder().find(id));
        folder().save(id, STATE);
        assertEquals(Optional.of(STATE), folder().find(id));
        assertFalse(Files.exists(path.resolve(id + ".next")));
    }

    @Test
    void sweep_tellsOfWhatItRemoves() throws Exception {
        String id = folder().create(STATE);
        age(Duration.ofHours(2), id);
        folder().sweep();
        assertEquals(List.of(id), removed);
    }
}
