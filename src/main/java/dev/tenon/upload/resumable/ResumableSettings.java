package dev.tenon.upload.resumable;

import dev.tenon.kernel.ByteSize;
import dev.tenon.kernel.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The keys of uploads that go on after a break. */
final class ResumableSettings {
    static final Setting<String> PATH =
            Setting.of("tenon.upload.resumable.path", null, "a path such as /files", ResumableSettings::path);
    static final Setting<Path> DESTINATION = Setting.folder("tenon.upload.resumable.destination");
    static final Setting<ByteSize> MAX_SIZE = Setting.size(
            "tenon.upload.resumable.maxSize", new ByteSize(1L << 30), new ByteSize(1), new ByteSize(1L << 50));
    static final Setting<Duration> EXPIRATION = Setting.duration(
            "tenon.upload.resumable.expiration", Duration.ofDays(1), Duration.ofSeconds(1), Duration.ofDays(365));

    static final List<Setting<?>> ALL = List.of(PATH, DESTINATION, MAX_SIZE, EXPIRATION);

    private ResumableSettings() {}

    private static String path(String text) {
        if (!text.matches("(/[^\\s*?#/]+)+")) {
            throw new IllegalArgumentException("no path");
        }
        return text;
    }
}
