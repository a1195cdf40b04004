package dev.tenon.upload;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cleans the name that a client gives a file. What remains shows people what it is, and would do no harm as a name on any file system: no
 * folder, no drive, no stream of NTFS, no device of Windows, nothing invisible that turns the reading order around.
 */
final class OriginalName {
    static final int MAX_LENGTH = 255;
    private static final int MAX_EXTENSION = 32;
    static final String NAMELESS = "file";
    private static final int MAX_DEPTH = 32; // what is deeper counts as the last name
    private static final Pattern FOLDERS = Pattern.compile("[/\\\\]");
    private static final Pattern DOTS = Pattern.compile("[.\\s]+");

    /** Controls, lone surrogates, line and paragraph separators, and the marks that change the direction of writing. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private OriginalName() {}

    /**
     * Returns the cleaned name.
     *
     * @param withFolders whether folders stay, each cleaned like a name; those that lead upwards are dropped
     */
    static String clean(String name, boolean withFolders) {
        if (!withFolders) {
            return clean(name);
        }
        List<String> segments = Arrays.stream(FOLDERS.split(name, MAX_DEPTH))
                .filter(segment -> !segment.isBlank() && !DOTS.matcher(segment).matches())
                .map(OriginalName::clean)
                .toList();
        return segments.isEmpty() ? NAMELESS : String.join("/", segments);
    }

    /** Returns the cleaned name, with {@value #MAX_LENGTH} characters at most; {@code file} when nothing is left. */
    static String clean(String name) {
        String visible = INVISIBLE.matcher(lastSegment(name)).replaceAll("");
        String normal = Normalizer.normalize(visible, Normalizer.Form.NFC);
        String tame = trim(shorten(trim(FORBIDDEN.matcher(normal).replaceAll("_"))));
        if (tame.isEmpty()) {
            return NAMELESS;
        }
        return DEVICE.matcher(tame).matches() ? "_" + tame : tame;
    }

    private static String lastSegment(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    /** Not by a pattern: one that ends in {@code +$} takes a time that grows with the square of a run in the middle. */
    private static String trim(String name) {
        int end = name.length();
        while (end > 0 && (name.charAt(end - 1) == '.' || Character.isWhitespace(name.charAt(end - 1)))) {
            end--;
        }
        return name.substring(0, end).stripLeading();
    }

    /** Cuts the middle, since people and programs read the extension. */
    private static String shorten(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 || name.length() - dot > MAX_EXTENSION ? "" : name.substring(dot);
        int stem = MAX_LENGTH - extension.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(stem - 1)) ? stem - 1 : stem) + extension;
    }
}
