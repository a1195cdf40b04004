package dev.tenon.upload;

import dev.tenon.kernel.Meters;
import dev.tenon.kernel.web.AppMeters;
import jakarta.servlet.ServletContext;
import java.util.List;

/** Counts the forms that were received; what was refused is counted with all other refusals. */
final class UploadMeters {
    private UploadMeters() {}

    static void count(ServletContext context, List<UploadedFile> files) {
        Meters meters = AppMeters.of(context);
        meters.counter("upload.forms", "forms that were received").increment();
        meters.counter("upload.files", "files that were received").add(files.size());
        meters.bytes("upload.bytes", "bytes of those files")
                .add(files.stream().mapToLong(UploadedFile::size).sum());
    }
}
