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
import java.util.Optional;
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

    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|[a-z]IT|Soak)\\b(?:\\.\\w+)?)");

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

    /** What an option means stands in one place, but who reads the guide of a feature must hear of all that it has. */
    @TestFactory
    Stream<DynamicTest> guideOfAFeature_namesEveryOption() {
        return Stream.of("upload", "validation", "session", "fallback", "realtime")
                .map(feature -> DynamicTest.dynamicTest(feature, () -> {
                    String guide = read(Path.of("src/site/markdown", feature + ".md"))
                            + (feature.equals("realtime") ? read(Path.of("src/site/markdown/cluster.md")) : "");
                    assertEquals(
                            List.of(),
                            Keys.all().stream()
                                    .filter(key -> key.startsWith("tenon." + feature + "."))
                                    .filter(key -> !isNamed(key.substring(key.lastIndexOf('.') + 1), guide))
                                    .toList());
                }));
    }

    /** Returns whether the name stands in code. */
    private static boolean isNamed(String option, String guide) {
        return Pattern.compile("`[^`\\n]*\\b" + option + "\\b[^`\\n]*`")
                .matcher(guide)
                .find();
    }

    @TestFactory
    Stream<DynamicTest> tests_thatAreNamed_areThere() {
        return documents()
                .map(document -> DynamicTest.dynamicTest(document.toString(), () -> {
                    for (String name : found(TEST, document)) {
                        String[] parts = name.split("\\.", 2);
                        Optional<Path> test = source(parts[0] + ".java");
                        assertTrue(test.isPresent(), name);
                        assertTrue(parts.length == 1 || read(test.get()).contains(" " + parts[1]), name);
                    }
                }));
    }

    private static Optional<Path> source(String name) {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.endsWith(name)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
