package dev.tenon.upload;

import dev.tenon.kernel.ByteSize;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.Settings;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The keys of the feature. */
final class UploadSettings {
    static final Setting<String> PATH = Setting.of(
            "tenon.upload.path", null, "the path of a servlet, such as /upload", UploadSettings::servletPath);

    static final Setting<Path> DESTINATION = Setting.folder("tenon.upload.destination");
    private static final Setting<ByteSize> FILE_SIZE = size("fileSize", Long.MAX_VALUE);
    private static final Setting<Integer> FILES = count("files");
    private static final Setting<Integer> FIELDS = count("fields");
    private static final Setting<ByteSize> FIELD_SIZE = size("fieldSize", 1 << 30);
    private static final Setting<ByteSize> FIELD_NAME_SIZE = size("fieldNameSize", MultipartReader.HEADER_SIZE);
    private static final Setting<Integer> PARTS = count("parts");
    private static final Setting<Integer> HEADER_PAIRS = count("headerPairs");

    private static final Setting<Integer> FIELD_NESTING_DEPTH = count("fieldNestingDepth");
    private static final Setting<Integer> FIELD_ARRAY_INDEX_LIMIT = count("fieldArrayIndexLimit");
    private static final Setting<Long> IMAGE_PIXELS = Setting.of(
            "tenon.upload.imagePixels",
            null,
            "a whole number, 0 or more",
            text -> UploadLimits.Builder.checked("it", Long.parseLong(text)));
    private static final Setting<Integer> ARCHIVE_ENTRIES = count("archiveEntries");
    private static final Setting<ByteSize> ARCHIVE_SIZE = size("archiveSize", Long.MAX_VALUE);
    private static final Setting<Integer> ARCHIVE_RATIO = count("archiveRatio");
    private static final Setting<ByteSize> SESSION_QUOTA = size("sessionQuota", Long.MAX_VALUE);
    static final Setting<Duration> EXPIRATION =
            Setting.duration("tenon.upload.expiration", null, Duration.ofSeconds(1), Duration.ofDays(3650));
    private static final Setting<InetSocketAddress> CLAMD = Setting.of(
            "tenon.upload.clamd", null, "a host and a port such as localhost:3310", UploadSettings::hostAndPort);
    private static final Setting<Duration> CLAMD_TIMEOUT = Setting.duration(
            "tenon.upload.clamd.timeout", Duration.ofSeconds(30), Duration.ofMillis(1), Duration.ofHours(1));
    private static final Setting<List<String>> EXTENSIONS =
            Setting.list("tenon.upload.extensions", null, "extensions such as jpg", AllowedFiles::extension);
    private static final Setting<Boolean> SHA256 = Setting.flag("tenon.upload.sha256", false);
    private static final Setting<Boolean> PRESERVE_PATH = Setting.flag("tenon.upload.preservePath", false);
    private static final Setting<String> DEF_PARAM_CHARSET =
            Setting.oneOf("tenon.upload.defParamCharset", "utf8", "utf8", "latin1");

    static final List<Setting<?>> ALL = List.of(
            PATH,
            DESTINATION,
            EXTENSIONS,
            SHA256,
            PRESERVE_PATH,
            DEF_PARAM_CHARSET,
            FILE_SIZE,
            FILES,
            FIELDS,
            FIELD_SIZE,
            FIELD_NAME_SIZE,
            PARTS,
            HEADER_PAIRS,
            FIELD_NESTING_DEPTH,
            FIELD_ARRAY_INDEX_LIMIT,
            IMAGE_PIXELS,
            ARCHIVE_ENTRIES,
            ARCHIVE_SIZE,
            ARCHIVE_RATIO,
            SESSION_QUOTA,
            EXPIRATION,
            CLAMD,
            CLAMD_TIMEOUT);

    private UploadSettings() {}

    /** Returns a builder that says what the keys say. */
    static UploadOptions.Builder builder(Settings settings) {
        UploadOptions.Builder builder = UploadOptions.builder().limits(limits -> fill(limits, settings));
        settings.find(DESTINATION).ifPresent(builder::destination);
        settings.find(EXTENSIONS).ifPresent(list -> builder.extensions(list.toArray(String[]::new)));
        settings.find(SHA256).ifPresent(builder::sha256);
        settings.find(PRESERVE_PATH).ifPresent(builder::preservePath);
        settings.find(DEF_PARAM_CHARSET).map(UploadSettings::charset).ifPresent(builder::defParamCharset);
        settings.find(CLAMD).map(address -> clamd(address, settings)).ifPresent(builder::scanner);
        return builder;
    }

    private static FileScanner clamd(InetSocketAddress address, Settings settings) {
        return FileScanner.clamd(address.getHostString(), address.getPort(), settings.get(CLAMD_TIMEOUT));
    }

    private static void fill(UploadLimits.Builder limits, Settings settings) {
        settings.find(FILE_SIZE).ifPresent(size -> limits.fileSize(size.bytes()));
        settings.find(FILES).ifPresent(limits::files);
        settings.find(FIELDS).ifPresent(limits::fields);
        settings.find(FIELD_SIZE).ifPresent(size -> limits.fieldSize((int) size.bytes()));
        settings.find(FIELD_NAME_SIZE).ifPresent(size -> limits.fieldNameSize((int) size.bytes()));
        settings.find(PARTS).ifPresent(limits::parts);
        settings.find(HEADER_PAIRS).ifPresent(limits::headerPairs);
        settings.find(FIELD_NESTING_DEPTH).ifPresent(limits::fieldNestingDepth);
        settings.find(FIELD_ARRAY_INDEX_LIMIT).ifPresent(limits::fieldArrayIndexLimit);
        settings.find(IMAGE_PIXELS).ifPresent(limits::imagePixels);
        settings.find(ARCHIVE_ENTRIES).ifPresent(limits::archiveEntries);
        settings.find(ARCHIVE_SIZE).ifPresent(size -> limits.archiveSize(size.bytes()));
        settings.find(ARCHIVE_RATIO).ifPresent(limits::archiveRatio);
        settings.find(SESSION_QUOTA).ifPresent(size -> limits.sessionQuota(size.bytes()));
    }

    private static Setting<Integer> count(String option) {
        return Setting.integer("tenon.upload." + option, null, 0, Integer.MAX_VALUE);
    }

    private static Setting<ByteSize> size(String option, long max) {
        return Setting.size("tenon.upload." + option, null, new ByteSize(0), new ByteSize(max));
    }

    private static Charset charset(String name) {
        return name.equals("latin1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    /** Not resolved: the scanner may get another address while the application runs. */
    private static InetSocketAddress hostAndPort(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("no host and port");
        }
        return InetSocketAddress.createUnresolved(
                text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    private static String servletPath(String text) {
        if (!text.matches("/[^\\s*?#]+(/\\*)?")) {
            throw new IllegalArgumentException("no path of a servlet");
        }
        return text;
    }
}
