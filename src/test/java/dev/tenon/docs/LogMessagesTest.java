package dev.tenon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every message for operators has an id that stays the same when its words change; those for developers (DEBUG, TRACE) have none. */
class LogMessagesTest {
    private static final Pattern MESSAGE =
            Pattern.compile("LOG\\.log\\(\\s*Level\\.(?:INFO|WARNING|ERROR),\\s*(?:\"(TENON-[A-Z]\\d\\d) )?");
    private static final Pattern ROW = Pattern.compile("^\\| `(TENON-[A-Z]\\d\\d)` \\|", Pattern.MULTILINE);

    @Test
    void message_hasAnId() {
        assertEquals(List.of(), ids().filter(id -> id.contains(".java")).toList());
    }

    @Test
    void id_isOfOneMessage() {
        assertEquals(ids().distinct().sorted().toList(), ids().sorted().toList());
    }

    @Test
    void ids_areAllInTheGuide_andNoOther() {
        List<String> documented = ROW.matcher(read(Path.of("src/site/markdown/messages.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(ids().sorted().toList(), documented.stream().sorted().toList());
    }

    /** The ids; the name of the file where a message has none. */
    private static Stream<String> ids() {
        return sources().stream()
                .flatMap(file -> MESSAGE.matcher(read(file)).results().map(found -> id(found, file)));
    }

    private static String id(MatchResult message, Path file) {
        return message.group(1) == null ? file.toString() : message.group(1);
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
