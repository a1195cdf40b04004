package dev.tenon.realtime;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The question of one client for a namespace that does not exist: it goes from rule to rule, on whichever thread the last one answered. */
final class NamespaceSearch {
    private final String name;
    private final Handshake handshake;
    private final Consumer<Optional<ParentNamespace>> then;

    NamespaceSearch(String name, Handshake handshake, Consumer<Optional<ParentNamespace>> then) {
        this.name = name;
        this.handshake = handshake;
        this.then = then;
    }

    void ask(Iterator<ParentNamespace> rest) {
        if (!rest.hasNext()) {
            then.accept(Optional.empty());
            return;
        }
        ParentNamespace parent = rest.next();
        AtomicBoolean answered = new AtomicBoolean();
        Consumer<Boolean> next = allowed -> {
            if (answered.compareAndSet(false, true)) {
                heard(parent, allowed, rest);
            }
        };
        if (!Guard.passes("rule of namespaces", () -> parent.rule().check(name, handshake, next))) {
            next.accept(false);
        }
    }

    private void heard(ParentNamespace parent, boolean allowed, Iterator<ParentNamespace> rest) {
        if (allowed) {
            then.accept(Optional.of(parent));
        } else {
            ask(rest);
        }
    }
}
