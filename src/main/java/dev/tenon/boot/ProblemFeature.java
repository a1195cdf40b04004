package dev.tenon.boot;

import dev.tenon.kernel.Setting;
import dev.tenon.kernel.web.Feature;
import dev.tenon.kernel.web.WebApp;
import java.util.List;

/** Turns refusals into answers; always on, since it touches nothing but Tenon's own exceptions. */
final class ProblemFeature implements Feature {
    @Override
    public String name() {
        return "problem";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public void start(WebApp app) {
        app.addFilter(new ProblemFilter());
    }
}
