package dev.tenon.realtime.redis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.SettingSource;
import dev.tenon.kernel.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSettingsTest {
    private static void start(String... keysAndValues) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put("tenon.realtime.redis." + keysAndValues[i], keysAndValues[i + 1]);
        }
        RedisSettings.factory(Settings.resolve(RedisSettings.ALL, List.of(new SettingSource("context-param", values))));
    }

    private static String refusal(String... keysAndValues) {
        return assertThrows(SettingException.class, () -> start(keysAndValues)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"static", "dynamic", "Dynamic-Private"})
    void modes_areTheWordsOfTheReference(String mode) {
        assertDoesNotThrow(() -> start("url", "redis://localhost", "sharded", "true", "subscriptionMode", mode));
    }

    @Test
    void modeThatTheReferenceDoesNotHave_stopsTheStart() {
        assertEquals(
                "Tenon cannot start: tenon.realtime.redis.subscriptionMode=private (context-param): must be one of static, dynamic, dynamic-private",
                refusal("subscriptionMode", "private"));
    }

    @Test
    void shardsAndStreams_excludeEachOther() {
        assertEquals(
                "Tenon cannot start: tenon.realtime.redis.sharded=true (context-param): must be false where tenon.realtime.redis.streams is true",
                refusal("url", "redis://localhost", "sharded", "true", "streams", "true"));
        RedisAdapterOptions.Builder both =
                RedisAdapterOptions.builder().sharded(true).streams(true);
        assertThrows(IllegalStateException.class, both::build);
    }
}
