package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.SettingSource;
import dev.tenon.kernel.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void limits_areBoundedByDefault() {
        UploadLimits limits = UploadOptions.builder().build().limits();
        assertEquals(10 << 20, limits.fileSize());
        assertEquals(10, limits.files());
        assertEquals(100, limits.fields());
        assertEquals(100 << 10, limits.fieldSize());
        assertEquals(100, limits.fieldNameSize());
        assertEquals(1000, limits.parts());
        assertEquals(16, limits.headerPairs());
    }

    @Test
    void negativeLimit_isNamed() {
        UploadOptions.Builder builder = UploadOptions.builder();
        String message = assertThrows(
                        IllegalArgumentException.class, () -> builder.limits(limits -> limits.fieldSize(-1)))
                .getMessage();
        assertEquals("fieldSize is -1: it must be 0 or more", message);
    }

    @Test
    void negativeMaxCount_isNamed() {
        assertThrows(IllegalArgumentException.class, () -> Upload.array("photos", -1));
    }

    @Test
    void toBuilder_keepsWhatItDoesNotChange() throws Exception {
        UploadOptions options = UploadOptions.builder()
                .destination(folder)
                .limits(limits -> limits.fileSize(1L << 40).files(2))
                .build();
        UploadOptions changed =
                options.toBuilder().limits(limits -> limits.files(3)).build();
        assertEquals(2, options.limits().files());
        assertEquals(3, changed.limits().files());
        assertEquals(1L << 40, changed.limits().fileSize());
        assertEquals(folder, storedBy(changed).destination());
    }

    @Test
    void keys_fillTheBuilder() throws Exception {
        UploadOptions options = UploadSettings.builder(settings(Map.of(
                        "tenon.upload.destination", folder.toString(),
                        "tenon.upload.fileSize", "5GB",
                        "tenon.upload.files", "1",
                        "tenon.upload.fields", "2",
                        "tenon.upload.fieldSize", "3KB",
                        "tenon.upload.fieldNameSize", "4",
                        "tenon.upload.parts", "5",
                        "tenon.upload.headerPairs", "6")))
                .build();
        assertEquals(5L << 30, options.limits().fileSize());
        assertEquals(1, options.limits().files());
        assertEquals(2, options.limits().fields());
        assertEquals(3 << 10, options.limits().fieldSize());
        assertEquals(4, options.limits().fieldNameSize());
        assertEquals(5, options.limits().parts());
        assertEquals(6, options.limits().headerPairs());
        assertEquals(folder, storedBy(options).destination());
    }

    @ParameterizedTest
    @CsvSource({
        "tenon.upload.path, upload",
        "tenon.upload.path, /",
        "tenon.upload.path, /a*",
        "tenon.upload.destination, uploads",
        "tenon.upload.fileSize, -1",
        "tenon.upload.fieldSize, 2GB",
        "tenon.upload.files, many",
        "tenon.upload.extensions, jpg;png",
        "tenon.upload.sha256, 1",
        "tenon.upload.defParamCharset, utf16"
    })
    void wrongValue_isNamed(String key, String value) {
        String message = assertThrows(SettingException.class, () -> settings(Map.of(key, value)))
                .getMessage();
        assertTrue(message.contains(key + "=" + value + " (test)"), message);
    }

    private static Settings settings(Map<String, String> values) {
        return Settings.resolve(UploadSettings.ALL, List.of(new SettingSource("test", values)));
    }

    private static UploadedFile storedBy(UploadOptions options) throws IOException {
        IncomingFile file = new IncomingFile("f", "a", "7bit", "text/plain");
        StoredFile stored = options.storage(null).store(file, InputStream.nullInputStream());
        FileWitness witness = new FileWitness(AllowedFiles.ALL, file, options, QuotaShare.UNLIMITED);
        return new UploadedFile(new PartHeaders("form-data; name=f", null, null), file, stored, witness);
    }
}
