package dev.tenon.realtime.admin;

import dev.tenon.realtime.Handshake;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Who may look. */
sealed interface Access {
    /** Whoever reaches the server. */
    record Everybody() implements Access {}

    /** Who knows a name and a password. */
    record Credentials(BiPredicate<String, String> known) implements Access {}

    /** Whose handshake the application accepts. */
    record OfHandshake(Predicate<Handshake> allowed) implements Access {}
}
