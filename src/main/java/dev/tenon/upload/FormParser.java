package dev.tenon.upload;

import static dev.tenon.upload.UploadCode.LIMIT_FILE_SIZE;

import dev.tenon.kernel.ByteSize;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a form of its parts: checks each against the limits, keeps texts, stores files. For one form; wherever it fails, nothing stays stored. */
final class FormParser {
    private final HttpServletRequest request;
    private final PartSource source;
    private final UploadOptions options;
    private final UploadLimits limits;
    private final UploadStorage storage;
    private final Upload upload;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final List<UploadedFile> files = new ArrayList<>();
    private final Map<String, Integer> fileCounts = new HashMap<>();
    private int partCount;
    private int fieldCount;

    FormParser(
            HttpServletRequest request,
            PartSource source,
            UploadOptions options,
            UploadStorage storage,
            Upload upload) {
        this.request = request;
        this.source = source;
        this.options = options;
        this.limits = options.limits();
        this.storage = storage;
        this.upload = upload;
    }

    /**
     * @throws UploadException if the form is refused
     * @throws IOException if a file cannot be stored
     */
    UploadForm parse() throws IOException {
        UploadForm form = new UploadForm(Collections.unmodifiableMap(fields), Collections.unmodifiableList(files));
        try {
            for (PartHeaders part = source.next(); part != null; part = source.next()) {
                accept(part);
            }
        } catch (IOException | RuntimeException | Error e) {
            form.discard();
            throw e;
        }
        fields.replaceAll((name, values) -> List.copyOf(values));
        return form;
    }

    private void accept(PartHeaders part) throws IOException {
        check(++partCount, limits.parts(), UploadCode.LIMIT_PART_COUNT, null);
        String name = part.name();
        if (name == null || name.isEmpty()) {
            throw new UploadException(UploadCode.MISSING_FIELD_NAME, null, null, null, null);
        }
        check(name.getBytes(StandardCharsets.UTF_8).length, limits.fieldNameSize(), UploadCode.LIMIT_FIELD_KEY, name);
        if (part.filename() == null) {
            acceptField(name, part);
        } else if (part.filename().isEmpty()) {
            fileBody(name, null).transferTo(OutputStream.nullOutputStream()); // no file was chosen
        } else {
            acceptFile(name, part);
        }
    }

    private void acceptField(String name, PartHeaders part) throws IOException {
        check(++fieldCount, limits.fields(), UploadCode.LIMIT_FIELD_COUNT, name);
        FieldPath path = FieldPath.of(name);
        check(path.depth(), limits.fieldNestingDepth(), UploadCode.LIMIT_FIELD_NESTING, name);
        check(path.highestIndex(), limits.fieldArrayIndexLimit(), UploadCode.LIMIT_FIELD_ARRAY_INDEX, name);
        ByteArrayOutputStream text = new ByteArrayOutputStream(64);
        body(limits.fieldSize(), UploadCode.LIMIT_FIELD_VALUE, name, null).transferTo(text);
        fields.computeIfAbsent(name, key -> new ArrayList<>(1)).add(text.toString(part.charset()));
    }

    private void acceptFile(String name, PartHeaders part) throws IOException {
        check(files.size() + 1, limits.files(), UploadCode.LIMIT_FILE_COUNT, name);
        String original = OriginalName.clean(part.filename(), options.preservePath());
        IncomingFile file = new IncomingFile(name, original, part.encoding(), part.mimetype());
        UploadField field = upload.field(name, fileCounts.merge(name, 1, Integer::sum))
                .orElseThrow(() -> refused(UploadCode.LIMIT_UNEXPECTED_FILE, file));
        AllowedFiles allowed = field.allowedOr(options.allowed());
        if (options.accepts(request, file, allowed)) {
            files.add(store(file, field, allowed, part));
        } else {
            fileCounts.merge(name, -1, Integer::sum);
            fileBody(name, original).transferTo(OutputStream.nullOutputStream());
        }
    }

    private UploadedFile store(IncomingFile file, UploadField field, AllowedFiles allowed, PartHeaders part)
            throws IOException {
        QuotaShare share = Quotas.of(request, limits.sessionQuota());
        FileWitness witness = new FileWitness(allowed, file, options, share);
        long limit = field.fileSizeOr(limits.fileSize());
        InputStream content = new PartBody(
                source,
                limit,
                tooLarge(limit, LIMIT_FILE_SIZE, file.fieldname(), file.originalname()),
                Optional.of(witness));
        try {
            return new UploadedFile(part, file, store(file, content, witness), witness);
        } catch (IOException | RuntimeException | Error e) {
            share.giveBack();
            throw e;
        }
    }

    /** What the storage left unread may be too much, too: the scanner reads to the end first. */
    private StoredFile store(IncomingFile file, InputStream content, FileWitness witness) throws IOException {
        return storage.store(file, content, (incoming, stored) -> {
            content.transferTo(OutputStream.nullOutputStream());
            options.scan(incoming, stored, witness.head());
        });
    }

    private static UploadException refused(UploadCode code, IncomingFile file) {
        return new UploadException(code, null, file.fieldname(), file.originalname(), null);
    }

    private InputStream fileBody(String field, String filename) {
        return body(limits.fileSize(), LIMIT_FILE_SIZE, field, filename);
    }

    private InputStream body(long limit, UploadCode code, String field, String filename) {
        return new PartBody(source, limit, tooLarge(limit, code, field, filename), Optional.empty());
    }

    private static Supplier<UploadException> tooLarge(long limit, UploadCode code, String field, String filename) {
        return () -> {
            String detail = code.title() + ": " + new ByteSize(limit) + " is the most.";
            return new UploadException(code, detail, field, filename, null);
        };
    }

    private static void check(int count, int limit, UploadCode code, String field) {
        if (count > limit) {
            throw new UploadException(code, code.title() + ": " + limit + " is the most.", field, null, null);
        }
    }
}
