package dev.tenon.upload;

import dev.tenon.kernel.FileType;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which extensions file names may have; all, when none is listed. Where some are, the content must be what the extension says. Immutable. */
record AllowedFiles(Set<String> extensions) {
    static final AllowedFiles ALL = new AllowedFiles(Set.of());

    /** @throws IllegalArgumentException if one is not letters and digits, with or without a dot in front */
    static AllowedFiles of(String... extensions) {
        Set<String> all = new LinkedHashSet<>();
        for (String extension : extensions) {
            all.add(extension(extension));
        }
        return new AllowedFiles(all);
    }

    static String extension(String text) {
        String bare = text.startsWith(".") ? text.substring(1) : text;
        if (!bare.matches("[\\p{L}\\p{N}_-]{1,20}")) {
            throw new IllegalArgumentException("extensions: '" + text + "' is none; write jpg or .jpg");
        }
        return bare.toLowerCase(Locale.ROOT);
    }

    /** @throws UploadException if the name has an extension that is not listed */
    void checkName(IncomingFile file) {
        if (!extensions.isEmpty() && !extensions.contains(FileType.extension(file.originalname()))) {
            throw refused(file, "Allowed are " + String.join(", ", extensions) + ".");
        }
    }

    /** @throws UploadException if the name promises another type, or one that is always known by its first bytes */
    void checkContent(IncomingFile file, Optional<FileType> type) {
        String name = file.originalname();
        boolean same = type.map(known -> known.hasExtensionOf(name)).orElseGet(() -> !FileType.hasSignature(name));
        if (!extensions.isEmpty() && !same) {
            String content = type.map(FileType::mediaType).orElse("something else");
            throw refused(file, "Its name says " + FileType.extension(name) + ", its content is " + content + ".");
        }
    }

    private static UploadException refused(IncomingFile file, String detail) {
        return new UploadException(
                UploadCode.UNSUPPORTED_FILE_TYPE, detail, file.fieldname(), file.originalname(), null);
    }
}
