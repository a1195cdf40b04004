package dev.tenon.boot;

import dev.tenon.kernel.Setting;
import java.util.List;
import java.util.stream.Stream;

/** Every key that an application may set, for the test of the guide. */
public final class Keys {
    private Keys() {}

    /** Returns their full names. */
    public static List<String> all() {
        return settings().map(Setting::key).toList();
    }

    /** Returns them with their defaults. */
    public static Stream<Setting<?>> settings() {
        return Stream.concat(
                Application.SETTINGS.stream(),
                Features.inOrder(new RecordedSetup(), List::of).stream()
                        .flatMap(feature -> feature.settings().stream()));
    }
}
