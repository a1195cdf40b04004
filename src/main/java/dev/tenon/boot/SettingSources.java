package dev.tenon.boot;

import dev.tenon.boot.microprofile.MicroProfileSource;
import dev.tenon.kernel.Classes;
import dev.tenon.kernel.Setting;
import dev.tenon.kernel.SettingSource;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** The places where an application's keys may stand, the strongest first. */
final class SettingSources {
    private static final String FILE = "META-INF/tenon.properties";

    private SettingSources() {}

    static List<SettingSource> of(ServletContext context, List<Setting<?>> known) {
        List<SettingSource> sources = new ArrayList<>();
        sources.add(SettingSource.systemProperties(System.getProperties()));
        sources.add(SettingSource.environment(System.getenv(), known));
        if (Classes.has("org.eclipse.microprofile.config.ConfigProvider")) {
            MicroProfileSource.find(context.getClassLoader()).ifPresent(sources::add);
        }
        sources.add(contextParams(context));
        sources.add(SettingSource.of(FILE, file(context)));
        return sources;
    }

    private static SettingSource contextParams(ServletContext context) {
        Properties params = new Properties();
        for (String name : Collections.list(context.getInitParameterNames())) {
            params.setProperty(name, context.getInitParameter(name));
        }
        return SettingSource.of("context-param", params);
    }

    private static Properties file(ServletContext context) {
        Properties properties = new Properties();
        URL url = context.getClassLoader().getResource(FILE);
        if (url != null) {
            try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) { // the latter for a backslash before what is no escape
                throw new IllegalStateException("Tenon cannot start: cannot read " + url + ": " + e.getMessage(), e);
            }
        }
        return properties;
    }
}
