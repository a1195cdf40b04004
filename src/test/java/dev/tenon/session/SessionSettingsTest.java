package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.SettingSource;
import dev.tenon.kernel.Settings;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionSettingsTest {
    @Test
    void wrongEncryptionKey_stopsTheStartWithoutBeingShown() {
        SettingException refused = assertThrows(
                SettingException.class, () -> settings("tenon.session.encryptionKeys", "2026:dG9vIHNob3J0"));
        assertTrue(refused.getMessage().contains("tenon.session.encryptionKeys=(hidden)"), refused.getMessage());
        assertTrue(refused.getMessage().contains("Base64 of 32 bytes"), refused.getMessage());
        assertFalse(refused.getMessage().contains("dG9v"), refused.getMessage());
    }

    @Test
    void encryptionKeys_areInTheirOrder() {
        SessionOptions.Builder builder = SessionOptions.builder();
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        SessionSettings.fill(builder, settings("tenon.session.encryptionKeys", "2026:" + key + ", 2025:" + key));
        assertEquals(
                List.of("2026", "2025"),
                builder.build().attributes().encryptionKeys().stream()
                        .map(EncryptionKey::name)
                        .toList());
    }

    private static Settings settings(String key, String value) {
        return Settings.resolve(SessionSettings.ALL, List.of(new SettingSource("test", Map.of(key, value))));
    }
}
