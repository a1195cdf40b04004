package dev.tenon.realtime;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Lets clients make every namespace whose whole name the pattern matches. */
record PatternRule(Pattern pattern) implements NamespaceRule {
    boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    @Override
    public void check(String name, Handshake handshake, Consumer<Boolean> next) {
        next.accept(matches(name));
    }
}
