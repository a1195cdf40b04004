package dev.tenon.upload.tika;

import dev.tenon.kernel.FileType;
import dev.tenon.upload.TypeDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** Asks the signatures of Apache Tika (tika-core, 2 or 3): several hundred, its own parsers are not used. Used by itself where it is present. */
public final class TikaDetector implements TypeDetector {
    /** What Tika says of what it does not know. */
    private static final Set<MediaType> UNKNOWN = Set.of(MediaType.OCTET_STREAM, MediaType.TEXT_PLAIN, MediaType.EMPTY);

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** Makes a detector, which reads Tika's own table once. */
    public TikaDetector() {}

    @Override
    public Optional<FileType> detect(byte[] head) {
        try {
            MediaType type = types.detect(new ByteArrayInputStream(head), new Metadata());
            return UNKNOWN.contains(type) ? Optional.empty() : Optional.of(fileType(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of bytes in memory
        }
    }

    private FileType fileType(MediaType type) {
        return new FileType(type.toString(), extensions(type));
    }

    private List<String> extensions(MediaType type) {
        try {
            return types.forName(type.toString()).getExtensions().stream()
                    .map(extension -> extension.substring(1))
                    .toList();
        } catch (MimeTypeException e) {
            return List.of();
        }
    }
}
