package dev.tenon.upload;

import dev.tenon.upload.content.Clamd;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Makes refusals of what clamd says. A file that it does not answer for is refused: else who stops the scanner could send anything. */
final class ClamdScanner implements FileScanner {
    private static final Logger LOG = System.getLogger(ClamdScanner.class.getName());

    private final Clamd clamd;

    ClamdScanner(String host, int port, Duration timeout) {
        clamd = new Clamd(host, port, timeout);
    }

    @Override
    public void scan(IncomingFile file, StoredFile content) throws IOException {
        try (InputStream in = content.open()) {
            Optional<String> found = ask(file, in);
            if (found.isPresent()) {
                throw UploadException.infected(file, found.get());
            }
        }
    }

    private Optional<String> ask(IncomingFile file, InputStream in) {
        try {
            return clamd.scan(in);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "TENON-U01 An upload was refused, because clamd could not scan it", e);
            throw new UploadException(UploadCode.SCAN_FAILED, null, file.fieldname(), file.originalname(), e);
        }
    }
}
