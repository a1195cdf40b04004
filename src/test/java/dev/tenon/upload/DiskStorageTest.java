package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskStorageTest extends UploadStorageContract {
    private static final IncomingFile FILE = new IncomingFile("file", "a.txt", "7bit", "text/plain");

    @TempDir
    private Path folder;

    @Override
    protected UploadStorage storage() {
        return UploadStorage.disk(folder.resolve("made/when/needed"));
    }

    @Override
    protected List<String> kept() throws IOException {
        return Folders.names(folder.resolve("made/when/needed"));
    }

    @Test
    void path_liesInTheDestination() throws Exception {
        StoredFile stored = storage().store(FILE, InputStream.nullInputStream());
        assertEquals(folder.resolve("made/when/needed").resolve(stored.filename()), stored.path());
    }

    @Test
    @SuppressWarnings("InputStreamSlowMultibyteRead") // it has no byte
    void store_underATemporaryNameUntilItIsWhole() throws Exception {
        List<String> meanwhile = new ArrayList<>();
        storage().store(FILE, new InputStream() {
            @Override
            public int read() throws IOException {
                meanwhile.addAll(kept());
                return -1;
            }
        });
        assertEquals(1, meanwhile.size());
        assertTrue(meanwhile.get(0).matches("[0-9a-f]{32}\\.part"), meanwhile.get(0));
    }

    @Test
    void store_whereNoFolderCanBe_fails() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        UploadStorage storage = UploadStorage.disk(file);
        assertThrows(IOException.class, () -> storage.store(FILE, InputStream.nullInputStream()));
    }

    @Test
    void functions_chooseFolderAndName() throws Exception {
        UploadStorage storage =
                UploadStorage.disk(file -> folder.resolve(file.fieldname()), file -> "7-" + file.originalname());
        StoredFile stored = storage.store(FILE, InputStream.nullInputStream());
        assertEquals(folder.resolve("file/7-a.txt"), stored.path());
        assertEquals(List.of("7-a.txt"), Folders.names(folder.resolve("file")));
    }

    @Test
    void fileThatTheScannerRefuses_doesNotReplaceTheOneOfItsName() throws Exception {
        UploadStorage storage = UploadStorage.disk(file -> folder, file -> "logo");
        Files.writeString(folder.resolve("logo"), "good");
        assertThrows(
                UploadException.class,
                () -> storage.store(FILE, InputStream.nullInputStream(), (file, content) -> {
                    throw UploadException.infected(file, null);
                }));
        assertEquals("good", Files.readString(folder.resolve("logo")));
        assertEquals(List.of("logo"), Folders.names(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../a", "a/b", "/a", "a\\b"})
    void functions_mayNotLeaveTheFolder(String name) throws Exception {
        UploadStorage storage = UploadStorage.disk(file -> folder, file -> name);
        assertThrows(IllegalStateException.class, () -> storage.store(FILE, InputStream.nullInputStream()));
        assertEquals(List.of(), Folders.names(folder));
    }
}
