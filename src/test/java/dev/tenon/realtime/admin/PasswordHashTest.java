package dev.tenon.realtime.admin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    /** Of "changeit", as Python's {@code hashlib.pbkdf2_hmac} has it. */
    private static final String OTHERS = "PBKDF2WithHmacSHA256:2048:"
            + "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=:dQepQNmSyVU7tHHGlfbTxoAsVUG0bRggdPD6Ghqkr9A=";

    @Test
    void hash_isThatOfItsPassword_andOfNoOther() {
        PasswordHash hash = PasswordHash.parse(PasswordHash.of("pässword"));
        assertTrue(hash.matches("pässword"));
        assertFalse(hash.matches("password"));
        assertFalse(hash.matches(""));
    }

    @Test
    void hash_isAnotherOneEachTime() {
        assertNotEquals(PasswordHash.of("changeit"), PasswordHash.of("changeit"));
    }

    @Test
    void hash_ofJakartaSecurity_isRead() {
        assertTrue(PasswordHash.parse(OTHERS).matches("changeit"));
        assertFalse(PasswordHash.parse(OTHERS).matches("changeit "));
    }

    @Test
    void emptyPassword_hasNoHash() {
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.of(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "changeit",
                "PBKDF2WithHmacSHA1:2048:c2FsdA==:aGFzaA==",
                "PBKDF2WithHmacSHA256:0001:c2FsdA==:aGFzaA==",
                "PBKDF2WithHmacSHA256:100:c2FsdA==:aGFzaA==",
                "PBKDF2WithHmacSHA256:999999999:c2FsdA==:aGFzaA==",
                "PBKDF2WithHmacSHA256:2048::aGFzaA==",
                "PBKDF2WithHmacSHA256:2048:c:aGFzaA==",
                "$2b$10$nu1FHRkuxkZkqID.31gz4uQsyERZAn.m4IIruysTsHDODBtrqS5Me"
            })
    void whatIsNoHash_isRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(text));
    }
}
