package dev.tenon.upload;

import dev.tenon.kernel.web.FormData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form brought: its text fields and its files, which are stored already. Immutable, but for the files in their storage. */
public final class UploadForm implements FormData {
    private final Map<String, List<String>> fields;
    private final List<UploadedFile> files;

    /** @param fields as they are; nobody changes them from now on */
    UploadForm(Map<String, List<String>> fields, List<UploadedFile> files) {
        this.fields = fields;
        this.files = files;
    }

    /** Returns the first file; empty when none was chosen. */
    public Optional<UploadedFile> file() {
        return files.stream().findFirst();
    }

    /** Returns the first file of the field; empty when none was chosen. */
    public Optional<UploadedFile> file(String fieldname) {
        return files.stream().filter(file -> file.fieldname().equals(fieldname)).findFirst();
    }

    @Override
    public List<UploadedFile> files() {
        return files;
    }

    /** Returns the first text of the field; empty when the form has no such field. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).map(values -> values.get(0));
    }

    @Override
    public Map<String, List<String>> fields() {
        return fields;
    }

    /**
     * Returns the text fields nested as their names say, multer's {@code req.body}: {@code items[0][qty]} is the member {@code qty} of the first
     * element of {@code items}, {@code tags[]} adds to a list. A value is a {@link String}, a {@link List}, null where a list has a gap,
     * or a {@link Map}; none can be changed.
     */
    public Map<String, Object> body() {
        NestedFields nested = new NestedFields();
        fields.forEach((name, texts) -> texts.forEach(text -> nested.add(name, text)));
        return nested.build();
    }

    /**
     * Deletes every file of the form. Tenon calls it when a refusal leaves the application, such as that of a validation; an application that
     * refuses a form by itself calls it by itself. Does nothing the second time; a file that cannot be deleted is logged.
     */
    @Override
    public void discard() {
        for (UploadedFile file : files) {
            try {
                file.delete();
            } catch (IOException | RuntimeException e) {
                Removal.log(file.filename(), e);
            }
        }
    }
}
