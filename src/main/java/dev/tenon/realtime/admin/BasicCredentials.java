package dev.tenon.realtime.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.BiPredicate;

/** One name and the hash of its password. A wrong name takes as long as a wrong password. */
record BasicCredentials(String username, PasswordHash password) implements BiPredicate<String, String> {
    BasicCredentials {
        Objects.requireNonNull(username, "username");
    }

    @Override
    public boolean test(String name, String secret) {
        boolean isName = MessageDigest.isEqual(username.getBytes(UTF_8), name.getBytes(UTF_8));
        return password.matches(secret) && isName;
    }
}
