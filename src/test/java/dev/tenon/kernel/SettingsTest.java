package dev.tenon.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Setting<ByteSize> FILE_SIZE =
            Setting.size("tenon.upload.fileSize", new ByteSize(1024), new ByteSize(1), new ByteSize(1 << 20));
    private static final Setting<String> STORE = Setting.oneOf("tenon.session.store", "jdbc", "jdbc", "memory");
    private static final Setting<Duration> MAX_AGE =
            Setting.duration("tenon.session.maxAge", null, Duration.ofSeconds(1), Duration.ofDays(365));
    private static final Setting<String> PASSWORD = Setting.secret("tenon.database.password");
    private static final List<Setting<?>> KNOWN = List.of(FILE_SIZE, STORE, MAX_AGE, PASSWORD);

    @Test
    void value_comesFromTheStrongestSource() {
        Settings settings = resolve(
                source("system property", "tenon.session.store", "memory"),
                source("context-param", "tenon.session.store", "jdbc"));
        assertEquals("memory", settings.get(STORE));
        assertEquals("system property", settings.origin(STORE));
    }

    @Test
    void value_notSet_isTheDefault() {
        Settings settings = resolve();
        assertEquals(new ByteSize(1024), settings.get(FILE_SIZE));
        assertNull(settings.get(MAX_AGE));
        assertEquals("default", settings.origin(FILE_SIZE));
        assertFalse(settings.anyBelow("tenon."));
    }

    @Test
    void keySet_switchesItsFeatureOn() {
        Settings settings = resolve(source("context-param", "tenon.session.maxAge", "7d"));
        assertTrue(settings.anyBelow("tenon.session."));
        assertFalse(settings.anyBelow("tenon.upload."));
        assertEquals(Duration.ofDays(7), settings.get(MAX_AGE));
    }

    @Test
    void unknownKey_namesKeyValueOriginAndWhatIsAllowed() {
        String message = refusal(source("context-param", "tenon.upload.filesize", "10MB"));
        assertEquals(
                "Tenon cannot start: tenon.upload.filesize=10MB (context-param): there is no such key; allowed are tenon.upload.fileSize",
                message);
    }

    @Test
    void unknownFeature_namesTheFeatures() {
        String message = refusal(source("system property", "tenon.uplaod.fileSize", "1"));
        assertTrue(message.endsWith("keys begin with tenon.database., tenon.session., tenon.upload."), message);
    }

    @Test
    void valueOutOfRange_namesKeyValueOriginAndWhatIsAllowed() {
        String message = refusal(source("META-INF/tenon.properties", "tenon.upload.fileSize", "2GB"));
        assertEquals(
                "Tenon cannot start: tenon.upload.fileSize=2GB (META-INF/tenon.properties): must be a size such as 512, 100KB or 10MB, from 1 to 1MB",
                message);
    }

    @Test
    void mistakes_areAllNamedAtOnce_alsoWhereAStrongerSourceOverrides() {
        String message = refusal(
                source("system property", "tenon.session.store", "jdbc"),
                source("context-param", "tenon.session.store", "mysql", "tenon.session.maxAge", "30"));
        assertTrue(message.contains("tenon.session.store=mysql (context-param): must be one of jdbc, memory"), message);
        assertTrue(message.contains("tenon.session.maxAge=30 (context-param): must be a duration"), message);
    }

    @Test
    void secret_isNeverShown_notEvenUnderAMisspeltKey() {
        assertFalse(refusal(source("environment", "tenon.database.pasword", "hunter2"))
                .contains("hunter2"));
    }

    @Test
    void environment_findsTheKeysOwnCapitals() {
        SettingSource source = SettingSource.environment(
                Map.of("TENON_SESSION_STORE", "memory", "TENON_UPLOAD_FILESIZE", "5KB", "PATH", "/bin"), KNOWN);
        Settings settings = Settings.resolve(KNOWN, List.of(source));
        assertEquals("memory", settings.get(STORE));
        assertEquals(new ByteSize(5 * 1024), settings.get(FILE_SIZE));
    }

    @Test
    void environment_withAnUnknownName_isRefusedByThatName() {
        SettingSource source = SettingSource.environment(Map.of("TENON_SESSION_STOR", "memory"), KNOWN);
        String message = refusal(source);
        assertTrue(
                message.contains(
                        "TENON_SESSION_STOR=memory (environment): there is no such key; allowed are tenon.session."),
                message);
    }

    @Test
    void environment_ofAKubernetesServiceCalledTenon_isNoKey() {
        SettingSource source = SettingSource.environment(
                Map.of(
                        "TENON_SERVICE_HOST",
                        "10.0.0.1",
                        "TENON_PORT",
                        "tcp://10.0.0.1:80",
                        "TENON_PORT_80_TCP_ADDR",
                        "10.0.0.1"),
                KNOWN);
        assertEquals(Map.of(), source.values());
    }

    @Test
    void properties_ofOthers_areLeftAlone() {
        Properties properties = new Properties();
        properties.setProperty("tenonic.x", "1");
        properties.setProperty("java.home", "/jdk");
        assertEquals(Map.of(), SettingSource.systemProperties(properties).values());
    }

    private static String refusal(SettingSource... sources) {
        return assertThrows(SettingException.class, () -> resolve(sources)).getMessage();
    }

    private static Settings resolve(SettingSource... sources) {
        return Settings.resolve(KNOWN, List.of(sources));
    }

    private static SettingSource source(String origin, String... pairs) {
        return new SettingSource(
                origin,
                pairs.length == 2 ? Map.of(pairs[0], pairs[1]) : Map.of(pairs[0], pairs[1], pairs[2], pairs[3]));
    }
}
