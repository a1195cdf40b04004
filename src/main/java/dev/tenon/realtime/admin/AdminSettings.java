package dev.tenon.realtime.admin;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.SettingException;
import dev.tenon.kernel.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The keys of the admin UI. */
final class AdminSettings {
    static final Setting<Boolean> ENABLED = Setting.flag("tenon.realtime.admin.enabled", false);
    private static final Setting<String> AUTH = Setting.oneOf("tenon.realtime.admin.auth", null, "basic", "false");
    private static final Setting<String> NAMESPACE_NAME =
            Setting.of("tenon.realtime.admin.namespaceName", null, "the name of a namespace such as /admin", text -> {
                AdminOptions.builder().namespaceName(text);
                return text;
            });
    private static final Setting<String> USERNAME = Setting.text("tenon.realtime.admin.username", null);
    private static final Setting<String> PASSWORD =
            Setting.secret("tenon.realtime.admin.password", "a PBKDF2 hash, algorithm:iterations:salt:hash", text -> {
                PasswordHash.parse(text);
                return text;
            });
    private static final Setting<Boolean> READONLY = Setting.flag("tenon.realtime.admin.readonly", false);
    private static final Setting<String> MODE =
            Setting.oneOf("tenon.realtime.admin.mode", null, "development", "production");
    private static final Setting<String> SERVER_ID = Setting.text("tenon.realtime.admin.serverId", null);

    static final List<Setting<?>> ALL =
            List.of(ENABLED, NAMESPACE_NAME, AUTH, USERNAME, PASSWORD, READONLY, MODE, SERVER_ID);

    private AdminSettings() {}

    /**
     * Returns what the keys say, and then the configurer.
     *
     * @throws SettingException if nobody says who may look, or the keys contradict each other about it
     */
    static AdminOptions options(Settings settings, Optional<Consumer<AdminOptions.Builder>> configurer) {
        AdminOptions.Builder builder = builder(settings);
        configurer.ifPresent(change -> change.accept(builder));
        if (!builder.saysWhoMayLook()) {
            throw wrong(AUTH, settings, "basic, with username and password; or false, where everybody may look");
        }
        return builder.build();
    }

    private static AdminOptions.Builder builder(Settings settings) {
        AdminOptions.Builder builder = AdminOptions.builder();
        settings.find(NAMESPACE_NAME).ifPresent(builder::namespaceName);
        settings.find(READONLY).ifPresent(builder::readonly);
        settings.find(MODE)
                .map(mode -> AdminMode.valueOf(mode.toUpperCase(Locale.ROOT)))
                .ifPresent(builder::mode);
        settings.find(SERVER_ID).ifPresent(builder::serverId);
        access(settings, builder);
        return builder;
    }

    private static void access(Settings settings, AdminOptions.Builder builder) {
        Optional<String> username = settings.find(USERNAME);
        Optional<String> password = settings.find(PASSWORD);
        Optional<String> auth = settings.find(AUTH);
        if (username.isPresent() != password.isPresent()) {
            throw wrong(username.isPresent() ? PASSWORD : USERNAME, settings, "set, as the other of the two is");
        }
        if (auth.isPresent() && username.isPresent() != auth.get().equals("basic")) {
            throw wrong(AUTH, settings, "basic where username and password are set, and false where they are not");
        }
        if (username.isPresent()) {
            builder.basic(username.get(), password.get());
        } else if (auth.isPresent()) {
            builder.noAuth();
        }
    }

    private static SettingException wrong(Setting<?> setting, Settings settings, String allowed) {
        Object value = settings.find(setting).map(Object.class::cast).orElse("");
        return new SettingException(setting.key(), value, settings.origin(setting), allowed);
    }
}
