package dev.tenon.validation;

import dev.tenon.kernel.FileType;
import dev.tenon.kernel.ImageSize;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is asked of files: one {@link Part}, or a list of them. */
final class Files {
    static final Rule IS_FILE = Rule.type("file", value -> count(value) != Bounds.NONE);

    private Files() {}

    static long count(Object value) {
        if (value instanceof Part) {
            return 1;
        }
        boolean files = value instanceof List<?> items && items.stream().allMatch(Part.class::isInstance);
        return files ? ((List<?>) value).size() : Bounds.NONE;
    }

    static long size(Object value) {
        return value instanceof Part part ? part.getSize() : Bounds.NONE;
    }

    /** Returns the value if each file in it passes. */
    private static Object each(Object value, Predicate<Part> test) {
        if (count(value) == Bounds.NONE) {
            return Rule.UNFIT;
        }
        List<?> parts = value instanceof List<?> items ? items : List.of(value);
        return parts.stream().allMatch(part -> test.test((Part) part)) ? value : Rule.REFUSED;
    }

    private static <T> T read(Part part, Reading<T> reading) {
        try (InputStream in = part.getInputStream()) {
            return reading.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the form cannot be read", e);
        }
    }

    /** Reads the head of a file. */
    private interface Reading<T> {
        T read(InputStream in) throws IOException;
    }

    /** How large each file may be. */
    record Size(Bounds bounds) implements Rule {
        @Override
        public String code() {
            return bounds.code();
        }

        @Override
        public Object apply(Object value) {
            return each(value, part -> bounds.apply(part) == part);
        }

        @Override
        public Map<String, Object> params() {
            return bounds.params();
        }
    }

    /** What each file may be, by its first bytes. */
    record Type(Collection<String> types) implements Rule {
        Type {
            types = List.copyOf(types);
        }

        @Override
        public String code() {
            return "fileType";
        }

        @Override
        public Object apply(Object value) {
            return each(value, part -> read(part, in -> FileType.sniff(in.readNBytes(FileType.HEAD)))
                    .filter(type -> types.stream().anyMatch(pattern -> matches(pattern, type.mediaType())))
                    .isPresent());
        }

        private static boolean matches(String pattern, String type) {
            boolean group = pattern.endsWith("/*");
            return group ? type.startsWith(pattern.substring(0, pattern.length() - 1)) : type.equals(pattern);
        }

        @Override
        public Map<String, Object> params() {
            return Map.of("types", String.join(", ", types));
        }
    }

    /** How large each picture may be, or must be. */
    record Dimensions(String code, int width, int height) implements Rule {
        Dimensions {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException(width + " by " + height + ": both must be 1 or more");
            }
        }

        @Override
        public Object apply(Object value) {
            return each(
                    value,
                    part -> read(part, ImageSize::read).filter(this::fits).isPresent());
        }

        private boolean fits(ImageSize size) {
            return code.equals("imageSize")
                    ? size.width() <= width && size.height() <= height
                    : size.width() >= width && size.height() >= height;
        }

        @Override
        public Map<String, Object> params() {
            Map<String, Object> params = new LinkedHashMap<>();
            params.put("width", width);
            params.put("height", height);
            return params;
        }
    }
}
