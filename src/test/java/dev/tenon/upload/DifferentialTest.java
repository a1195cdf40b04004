package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same bodies, cut at every byte, to Tenon and to Commons FileUpload 2: both read the same parts, or both refuse. */
class DifferentialTest extends FormTestCase {
    private static final String CLOSING = "--" + MultipartText.BOUNDARY + "--";

    static Stream<byte[]> bodies() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        return Stream.of(
                MultipartText.body()
                        .field("a", "1")
                        .field("a", "")
                        .field("b", "\u00fc \u5f20")
                        .end(),
                MultipartText.body()
                        .file("f", "a.bin", everyByte)
                        .file("g", "empty", "")
                        .end(),
                MultipartText.body()
                        .field("a", "\r\n--" + MultipartText.BOUNDARY_BUT_ONE + "\r\n")
                        .end(),
                MultipartText.body()
                        .file("f", "a", "\r\r\n\r\n--\r\n-")
                        .file("f", "b", "-" + MultipartText.BOUNDARY)
                        .end(),
                MultipartText.body()
                        .file("f", "a", new byte[] {'\r'})
                        .field("c", "\r\n")
                        .field("d", "\n")
                        .end(),
                MultipartText.body()
                        .part(
                                "Content-Disposition: form-data; name=\"x\"\r\nX-Other: 1\r\nContent-Type: text/plain",
                                "v")
                        .raw("\r\n--" + MultipartText.BOUNDARY + "--\r\nan epilogue\r\n")
                        .open());
    }

    private List<String> ours(InputStream in) throws IOException {
        List<String> parts = new ArrayList<>();
        UploadForm form = parse(in);
        form.fields().forEach((name, values) -> values.forEach(value -> parts.add(name + "=" + value)));
        for (UploadedFile file : form.files()) {
            parts.add(file.fieldname() + "=" + latin1(Files.readAllBytes(file.path())));
        }
        form.discard();
        return parts.stream().sorted().toList();
    }

    /** Of what FileUpload reads, too, only the name and the bytes of each part are compared; texts are UTF-8 here. */
    private static List<String> theirs(InputStream in) throws IOException {
        MultipartInput input = MultipartInput.builder()
                .setInputStream(in)
                .setBoundary(MultipartText.BOUNDARY.getBytes(StandardCharsets.US_ASCII))
                .get();
        List<String> parts = new ArrayList<>();
        for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
            String headers = input.readHeaders();
            String name = headers.replaceAll("(?s).*?; name=\"([^\"]*)\".*", "$1");
            try (InputStream part = input.newInputStream()) {
                byte[] bytes = part.readAllBytes();
                boolean file = headers.contains("filename=");
                parts.add(name + "=" + (file ? latin1(bytes) : new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        return parts.stream().sorted().toList();
    }

    private static String latin1(byte... bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_deliveredInTwoPiecesCutAtEveryByte_hasTheSameParts(byte[] body) throws Exception {
        List<String> expected = theirs(new ByteArrayInputStream(body));
        for (int cut = 0; cut <= body.length; cut++) {
            assertEquals(expected, theirs(pieces(body, cut)), "theirs, cut at " + cut);
            assertEquals(expected, ours(pieces(body, cut)), "cut at " + cut);
        }
    }

    private static InputStream pieces(byte[] body, int cut) {
        return new SequenceInputStream(
                new ByteArrayInputStream(body, 0, cut), new ByteArrayInputStream(body, cut, body.length - cut));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void body_thatEndsAtEveryByte_isRefusedByBoth(byte[] body) throws Exception {
        int complete = latin1(body).indexOf(CLOSING) + CLOSING.length();
        for (int length = 0; length < complete; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThrows(UploadException.class, () -> ours(new ByteArrayInputStream(cut)), () -> "ours, " + cut.length);
            assertThrows(IOException.class, () -> theirsOrNothing(cut), () -> "theirs, " + cut.length);
        }
        byte[] whole = Arrays.copyOf(body, complete);
        assertEquals(theirs(new ByteArrayInputStream(whole)), ours(new ByteArrayInputStream(whole)));
    }

    /** Where there is no boundary at all, FileUpload finds no part and says nothing. */
    private static void theirsOrNothing(byte... body) throws IOException {
        if (theirs(new ByteArrayInputStream(body)).isEmpty()) {
            throw new IOException("no part");
        }
    }

    /** Where Tenon is stricter by intention, since parsers that disagree are a hole. */
    @ParameterizedTest
    @MethodSource("lenient")
    void body_thatOnlyFileUploadReads(Map.Entry<String, byte[]> body) throws Exception {
        theirs(new ByteArrayInputStream(body.getValue()));
        assertThrows(UploadException.class, () -> ours(new ByteArrayInputStream(body.getValue())));
    }

    static Stream<Map.Entry<String, byte[]>> lenient() {
        return Stream.of(
                Map.entry(
                        "no name",
                        MultipartText.body()
                                .part("Content-Disposition: form-data", "1")
                                .end()),
                Map.entry(
                        "folded",
                        MultipartText.body()
                                .part("Content-Disposition: form-data;\r\n name=\"a\"", "1")
                                .end()),
                Map.entry(
                        "a boundary at once",
                        MultipartText.body()
                                .file("f", "b", "--" + MultipartText.BOUNDARY)
                                .end()),
                Map.entry(
                        "no colon",
                        MultipartText.body()
                                .part("Content-Disposition form-data; name=\"a\"", "1")
                                .end()));
    }
}
