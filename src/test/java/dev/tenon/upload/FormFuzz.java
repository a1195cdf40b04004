package dev.tenon.upload;

import dev.tenon.realtime.Mutator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.AssertionFailedError;

/**
 * Feeds the parser what mutations made of good forms, at once and in pieces. A form is read or refused by a code of its own, the same either way; nothing
 * else is ever thrown, and of what is refused nothing stays.
 */
final class FormFuzz {
    private static final String BOUNDARY = "--" + MultipartText.BOUNDARY;
    private static final List<byte[]> FORMS = List.of(
            MultipartText.body().field("a", "1").file("f", "a.txt", "hello").end(),
            MultipartText.body()
                    .field("a[b][0]", "x")
                    .field("a[b][1]", "y")
                    .field("list[]", "\u00fc")
                    .end(),
            MultipartText.body()
                    .file("f", "", "")
                    .file("g", "\u7167\u7247.png", "\u0089PNG\r\n\u001a\n")
                    .end(),
            MultipartText.body()
                    .part(
                            "Content-Disposition: form-data; name=\"f\"; filename=\"a\"; filename*=UTF-8''%e2%82%ac.txt\r\n"
                                    + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit",
                            "<p>")
                    .end(),
            MultipartText.body()
                    .file("f", "a.zip", "PK\3\4PK\5\6" + "\0".repeat(18))
                    .field("b", "\r\n--\r\n")
                    .end(),
            (BOUNDARY + "  \r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n" + BOUNDARY + "--")
                    .getBytes(StandardCharsets.US_ASCII));

    private final Mutator mutator;
    private final Set<StoredFile> kept = ConcurrentHashMap.newKeySet();
    private final Set<UploadCode> seen = new HashSet<>();
    private byte[] input = {};
    private int forms;

    FormFuzz(long seed) {
        mutator = new Mutator(seed);
    }

    /** Returns how many forms were read in this time, so that a run that refuses everything is noticed. */
    int run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() - end < 0) {
            input = mutator.bytes(mutator.pick(FORMS));
            try {
                check();
            } catch (RuntimeException | Error | IOException fault) {
                throw new AssertionFailedError(new String(input, StandardCharsets.ISO_8859_1), fault);
            }
        }
        return forms;
    }

    /** Returns every code that forms were refused with. */
    Set<UploadCode> seen() {
        return seen;
    }

    private void check() throws IOException {
        String atOnce = outcome(new ByteArrayInputStream(input));
        String inPieces = outcome(new Trickle(input, input.length, mutator.pick(List.of(1, 2, 7, 40))));
        if (!Objects.equals(atOnce, inPieces)) {
            throw new IllegalStateException(atOnce + " at once, in pieces " + inPieces);
        }
        if (!kept.isEmpty()) {
            throw new IllegalStateException("files stay: " + kept);
        }
    }

    private String outcome(InputStream in) throws IOException {
        try {
            UploadForm form = FormTestCase.parse(in, this::store);
            forms++;
            String outcome = form.body() + " and "
                    + form.files().stream().map(FormFuzz::shown).toList();
            form.discard();
            return outcome;
        } catch (UploadException e) {
            seen.add(e.code());
            int status = e.problem().status();
            if (status < 400 || status > 499) {
                throw new IllegalStateException("status " + status, e);
            }
            return e.code() + " " + e.field();
        }
    }

    private static String shown(UploadedFile file) {
        return file.fieldname() + " " + file.originalname() + " " + file.mimetype() + " " + file.detectedType() + " "
                + file.size();
    }

    private StoredFile store(IncomingFile file, InputStream content) throws IOException {
        StoredFile stored = UploadStorage.memory().store(file, content);
        return new Remembered(stored);
    }

    private final class Remembered implements StoredFile {
        private final StoredFile file;

        Remembered(StoredFile file) {
            this.file = file;
            kept.add(this);
        }

        @Override
        public String filename() {
            return file.filename();
        }

        @Override
        public long size() {
            return file.size();
        }

        @Override
        public Path path() {
            return null;
        }

        @Override
        public InputStream open() throws IOException {
            return file.open();
        }

        @Override
        public void remove() throws IOException {
            kept.remove(this);
            file.remove();
        }
    }
}
