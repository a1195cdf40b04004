package dev.tenon.realtime.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.SettingSource;
import dev.tenon.kernel.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AdminSettingsTest {
    private static final String HASH = PasswordHash.of("changeit");

    /** @param keys by their last name */
    private static AdminOptions options(Map<String, String> keys) {
        Map<String, String> full = keys.entrySet().stream()
                .collect(Collectors.toMap(key -> "tenon.realtime.admin." + key.getKey(), Map.Entry::getValue));
        Settings settings = Settings.resolve(AdminSettings.ALL, List.of(new SettingSource("context-param", full)));
        return AdminSettings.options(settings, Optional.empty());
    }

    private static void assertRefused(String why, Map<String, String> keys) {
        assertEquals(
                "Tenon cannot start: tenon.realtime.admin." + why,
                assertThrows(SettingException.class, () -> options(keys)).getMessage());
    }

    @Test
    void keys_areTheOptions() {
        AdminOptions options = options(Map.of(
                "username", "root",
                "password", HASH,
                "namespaceName", "watch",
                "readonly", "true",
                "mode", "Production",
                "serverId", "one"));
        assertInstanceOf(Access.Credentials.class, options.access());
        assertEquals("/watch", options.namespaceName());
        assertEquals(true, options.readonly());
        assertEquals(AdminMode.PRODUCTION, options.mode());
        assertEquals(Optional.of("one"), options.serverId());
    }

    @Test
    void start_isRefused_whereNothingSaysWhoMayLook() {
        assertRefused(
                "auth= (default): must be basic, with username and password; or false, where everybody may look",
                Map.of("enabled", "true"));
    }

    @Test
    void start_isRefused_whereTheKeysContradictEachOther() {
        assertRefused("password= (default): must be set, as the other of the two is", Map.of("username", "root"));
        assertRefused("username= (default): must be set, as the other of the two is", Map.of("password", HASH));
        assertRefused(
                "auth=false (context-param): must be basic where username and password are set, and false where they are not",
                Map.of("auth", "false", "username", "root", "password", HASH));
        assertRefused(
                "auth=basic (context-param): must be basic where username and password are set, and false where they are not",
                Map.of("auth", "basic"));
    }

    @Test
    void password_isNeverShown() {
        assertRefused(
                "password=(hidden) (context-param): must be a PBKDF2 hash, algorithm:iterations:salt:hash",
                Map.of("username", "root", "password", "changeit"));
    }

    @Test
    void namespace_isNotTheMainOne() {
        assertRefused(
                "namespaceName=/ (context-param): must be the name of a namespace such as /admin",
                Map.of("auth", "false", "namespaceName", "/"));
    }

    @Test
    void options_sayWhoMayLook() {
        assertThrows(IllegalStateException.class, () -> AdminOptions.builder().build());
    }
}
