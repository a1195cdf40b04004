package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no form is refused and leaves nothing. */
class MalformedFormTest extends FormTestCase {
    @Test
    void body_truncatedAtEveryByte_isRefusedAndLeavesNothing() throws Exception {
        byte[] body = MultipartText.body()
                .field("a", "1")
                .file("f", "a.txt", "hello")
                .file("f", "", "")
                .field("b", "2")
                .end();
        int complete = body.length - 2; // the line break after the closing boundary may be missing
        for (int length = 0; length < complete; length++) {
            assertEquals(
                    UploadCode.MALFORMED_BODY,
                    refusal(Arrays.copyOf(body, length)).code());
        }
        parse(Arrays.copyOf(body, complete));
    }

    @Test
    void body_brokenAtEveryByte_isRefusedAndLeavesNothing() throws Exception {
        byte[] body =
                MultipartText.body().field("a", "1").file("f", "a.txt", "hello").end();
        for (int length = 0; length < body.length - 4; length++) {
            InputStream broken = new Trickle(body, length, 1);
            UploadException refusal = assertThrows(UploadException.class, () -> parse(broken));
            assertEquals(UploadCode.STREAM_DESTROYED, refusal.code());
            assertEquals(List.of(), Folders.names(folder));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Content-Disposition: form-data; name=a",
                "\tContent-Disposition: form-data; name=a",
                "Content-Disposition: form-data;\r\n name=a",
                "Content-Disposition form-data",
                "Content-Disposition : form-data; name=a",
                ": form-data; name=a",
                "Content-Disposition: form-data; name=\"a\nb\"",
                "Content-Disposition: form-data; name=\"a\rb\"",
                "Content-Disposition: form-data; name=\"a\u0000b\"",
                "Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b",
                "Content-Type: text/plain",
                "Content-Dispositi\u00f6n: form-data; name=a",
                "Content-Disposition: attachment; name=a"
            })
    void headers_malformed(String headers) throws Exception {
        byte[] body =
                MultipartText.body().file("f", "a", "1").part(headers, "value").end();
        assertEquals(UploadCode.MALFORMED_BODY, refusal(body).code());
    }

    @Test
    void headers_withoutTheEmptyLine() throws Exception {
        byte[] body = bytes("--" + MultipartText.BOUNDARY + "\r\nContent-Disposition: form-data; name=a\r\nvalue\r\n--"
                + MultipartText.BOUNDARY + "--");
        assertEquals(UploadCode.MALFORMED_BODY, refusal(body).code());
    }

    @Test
    void boundary_followedBySomethingElse() throws Exception {
        byte[] body = MultipartText.body()
                .field("a", "1")
                .raw("\r\n--" + MultipartText.BOUNDARY + "x\r\n")
                .end();
        assertEquals(UploadCode.MALFORMED_BODY, refusal(body).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Disposition: form-data", "Content-Disposition: form-data; name=\"\""})
    void name_missing(String disposition) throws Exception {
        for (String headers : List.of(disposition, disposition + "; filename=a")) {
            byte[] body = MultipartText.body().part(headers, "1").end();
            assertEquals(UploadCode.MISSING_FIELD_NAME, refusal(body).code());
        }
    }

    @Test
    void padding_withoutEnd() throws Exception {
        byte[] body = bytes("--" + MultipartText.BOUNDARY + " ".repeat(100_000));
        assertEquals(UploadCode.MALFORMED_BODY, refusal(body).code());
    }

    @Test
    void storage_thatFails_takesTheOtherFilesWithIt() throws Exception {
        IOException full = new IOException("No space left on device");
        UploadStorage storage = (file, content) -> {
            if (file.originalname().equals("2")) {
                throw full;
            }
            return UploadStorage.disk(folder).store(file, content);
        };
        byte[] body =
                MultipartText.body().file("a", "1", "1").file("a", "2", "2").end();
        assertSame(full, assertThrows(IOException.class, () -> parse(body, storage)));
        assertEquals(List.of(), Folders.names(folder));
    }
}
