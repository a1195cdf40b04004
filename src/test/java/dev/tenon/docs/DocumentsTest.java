package dev.tenon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.boot.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds what people read to what the compiler and the settings know. */
class DocumentsTest {
    private static final Pattern CODE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(((?!https?:)[^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> code_isCompiled() {
        String snippets = folded(read(Path.of("src/test/java/dev/tenon/docs/Snippets.java")));
        return documents()
                .map(document -> DynamicTest.dynamicTest(document.toString(), () -> {
                    for (String code : found(CODE, document)) {
                        assertTrue(snippets.contains(folded(code)), () -> "not in Snippets.java:\n" + code);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> links_leadSomewhere() {
        return documents()
                .map(document -> DynamicTest.dynamicTest(document.toString(), () -> {
                    for (String link : found(LINK, document)) {
                        String[] parts = link.split("#", 2);
                        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
                        assertTrue(Files.exists(target), link);
                        assertTrue(parts.length == 1 || anchors(target).contains(parts[1]), link);
                    }
                }));
    }

    /** Returns the names that headings get where Markdown is shown. */
    private static List<String> anchors(Path document) {
        return found(HEADING, document).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    @Test
    void keys_areAllInTheGuide_andNoOther() {
        List<String> documented = found(
                Pattern.compile("^\\| `(tenon\\.[\\w.]+)` \\|", Pattern.MULTILINE),
                Path.of("src/site/markdown/configuration.md"));
        assertEquals(
                Keys.all().stream().sorted().toList(),
                documented.stream().sorted().toList());
    }

    private static Stream<Path> documents() {
        try (Stream<Path> guides = Files.list(Path.of("src/site/markdown"))) {
            List<Path> all = new ArrayList<>(guides.toList());
            all.add(Path.of("README.md"));
            all.add(Path.of("webapp-sample/README.md"));
            return all.stream().filter(Files::exists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, Path document) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(read(document));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Indentation is the formatter's, and what is nested here stands alone there. */
    private static String folded(String code) {
        return code.replaceAll("public static (final )?class", "public $1class")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
