package dev.tenon.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.boot.Keys;
import dev.tenon.fallback.FallbackOptions;
import dev.tenon.kernel.ByteSize;
import dev.tenon.kernel.Setting;
import dev.tenon.realtime.RealtimeOptions;
import dev.tenon.realtime.admin.AdminOptions;
import dev.tenon.realtime.engine.EngineOptions;
import dev.tenon.realtime.redis.RedisAdapterOptions;
import dev.tenon.realtime.web.WebOptions;
import dev.tenon.session.SessionOptions;
import dev.tenon.upload.UploadOptions;
import dev.tenon.validation.ValidationOptions;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The defaults of the guide are what the settings say, or else the options that nobody has changed. */
class DocumentedDefaultsTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(tenon\\.[\\w.]+)` \\| ([^|]+) \\|", Pattern.MULTILINE);
    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|[smhd])");
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    /** How many stand there in words, or are lists: "the context path", "none". */
    private static final int MOST_IN_WORDS = 47;

    private static final List<Object> OPTIONS = List.of(
            UploadOptions.builder().build().limits(),
            UploadOptions.builder().build(),
            ValidationOptions.builder().build(),
            SessionOptions.builder().build(),
            FallbackOptions.builder().build(),
            AdminOptions.builder().noAuth().build(),
            RedisAdapterOptions.builder().url("redis://localhost").build(),
            EngineOptions.builder().build(),
            WebOptions.builder().build(),
            RealtimeOptions.builder().build());

    @Test
    void defaults_areThoseOfTheCode() throws Exception {
        Map<String, Setting<?>> settings = Keys.settings().collect(Collectors.toMap(Setting::key, setting -> setting));
        String guide = Files.readString(Path.of("src/site/markdown/configuration.md"));
        List<MatchResult> rows = ROW.matcher(guide).results().toList();
        int inWords = 0;
        for (MatchResult row : rows) {
            String said = row.group(2).replace("`", "").strip();
            Optional<Object> value = valueOf(settings.get(row.group(1)));
            if (value.isEmpty() || !isValue(said, value.get())) {
                inWords++;
            } else {
                assertEquals(told(value.get()), told(said, value.get()), row.group(1));
            }
        }
        int words = inWords;
        assertTrue(words <= MOST_IN_WORDS, () -> words + " of " + rows.size() + " are not compared");
    }

    private static Optional<Object> valueOf(Setting<?> setting) {
        return setting.defaultValue() != null
                ? Optional.of(setting.defaultValue())
                : OPTIONS.stream()
                        .filter(options -> options.getClass().getPackageName().startsWith(room(setting.key())))
                        .map(options -> option(options, setting.key()))
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    private static String room(String key) {
        String[] names = key.split("\\.", -1);
        return "dev.tenon." + names[1] + (names.length > 3 ? "." + names[2] : "");
    }

    private static Object option(Object options, String key) {
        String name = key.substring(key.lastIndexOf('.') + 1);
        return Stream.of(options.getClass().getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                .map(method -> read(method, options))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Object read(Method method, Object options) {
        try {
            return method.invoke(options);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isValue(String said, Object value) {
        if (value instanceof Number || value instanceof ByteSize) {
            return said.matches("\\d.*");
        }
        if (value instanceof Duration) {
            return DURATION.matcher(said).matches();
        }
        return value instanceof Boolean
                ? said.matches("true|false")
                : value instanceof Enum<?> || (value instanceof String text && !text.isEmpty());
    }

    private static String told(Object value) {
        if (value instanceof ByteSize size) {
            return String.valueOf(size.bytes());
        }
        return value instanceof Duration duration
                ? String.valueOf(duration.toMillis())
                : value.toString().toLowerCase(Locale.ROOT);
    }

    /** Returns the text as that value would be told. */
    private static String told(String said, Object value) {
        Matcher duration = DURATION.matcher(said);
        if (value instanceof Duration && duration.matches()) {
            return String.valueOf(Long.parseLong(duration.group(1)) * MILLIS.get(duration.group(2)));
        }
        String first = said.split("[:,]", 2)[0];
        return value instanceof Number || value instanceof ByteSize
                ? String.valueOf(ByteSize.parse(first).bytes())
                : first.toLowerCase(Locale.ROOT);
    }
}
