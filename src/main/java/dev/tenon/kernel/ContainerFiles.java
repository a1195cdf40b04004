package dev.tenon.kernel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Files that share a signature with others and are told apart by what is in them: ZIP (APPNOTE 6.3.10, section 4.3.7) and EBML (RFC 8794). */
final class ContainerFiles {
    private static final FileSignature ENTRY = FileSignature.of("application/zip", "zip", 0, "'PK' 03 04");
    private static final FileSignature EMPTY = FileSignature.of("application/zip", "zip", 0, "'PK' 05 06");
    private static final FileSignature EBML = FileSignature.of("video/x-matroska", "mkv mka mks", 0, "1A 45 DF A3");
    private static final FileType WEBM = FileType.of("video/webm", "webm weba");
    private static final int NAME = 30;

    private static final FileType DOCX = FileType.of(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx docm dotx dotm");
    private static final FileType XLSX = FileType.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx xlsm xltx xltm xlsb");
    private static final FileType PPTX = FileType.of(
            "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx pptm ppsx potx");
    private static final FileType ODT = FileType.of("application/vnd.oasis.opendocument.text", "odt ott");
    private static final FileType ODS = FileType.of("application/vnd.oasis.opendocument.spreadsheet", "ods ots");
    private static final FileType ODP = FileType.of("application/vnd.oasis.opendocument.presentation", "odp otp");
    private static final FileType EPUB = FileType.of("application/epub+zip", "epub");
    private static final FileType JAR = FileType.of("application/java-archive", "jar war ear apk aar");

    /** A ZIP whose first entries do not say more may still be any of them. */
    private static final FileType ZIP = FileType.of(
            "application/zip",
            "zip docx docm dotx xlsx xlsm xltx xlsb pptx pptm ppsx potx odt ods odp jar war ear apk aar kmz xpi usdz 3mf cbz");

    static final List<FileType> TYPES = List.of(DOCX, XLSX, PPTX, ODT, ODS, ODP, EPUB, JAR, ZIP, WEBM, EBML.type());

    private ContainerFiles() {}

    static Optional<FileType> of(byte[] head) {
        if (EBML.matches(head)) {
            return Optional.of(text(head, 0, 64).contains("webm") ? WEBM : EBML.type());
        }
        if (EMPTY.matches(head)) {
            return Optional.of(ZIP);
        }
        return ENTRY.matches(head) ? Optional.of(zip(text(head, NAME, head.length))) : Optional.empty();
    }

    /** @param entries the head from the name of the first entry on */
    private static FileType zip(String entries) {
        if (entries.startsWith("mimetype")) {
            return List.of(ODT, ODS, ODP, EPUB).stream()
                    .filter(type -> entries.startsWith(type.mediaType(), "mimetype".length()))
                    .findFirst()
                    .orElse(ZIP);
        }
        if (entries.startsWith("META-INF/")) {
            return JAR;
        }
        boolean office = entries.startsWith("[Content_Types].xml") || entries.startsWith("_rels/");
        return office ? office(entries) : ZIP;
    }

    private static FileType office(String entries) {
        if (entries.contains("word/")) {
            return DOCX;
        }
        if (entries.contains("xl/")) {
            return XLSX;
        }
        return entries.contains("ppt/") ? PPTX : ZIP;
    }

    private static String text(byte[] head, int from, int to) {
        int start = Math.min(from, head.length);
        return new String(head, start, Math.min(to, head.length) - start, StandardCharsets.ISO_8859_1);
    }
}
