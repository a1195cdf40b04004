package dev.tenon.validation;

import java.util.regex.Pattern;

/** Names of fields that hold what nobody but their owner may read. */
final class SecretNames {
    private static final Pattern SECRET = Pattern.compile(
            "passw|passphrase|pwd|kennwort|passcode|secret|token|api.?key|credential|csrf|cvv|cvc|card.?n|iban|\\bpin\\b|\\bssn\\b|\\botp\\b|密码|口令",
            Pattern.CASE_INSENSITIVE);

    private SecretNames() {}

    static boolean isSecret(String name) {
        return SECRET.matcher(name).find();
    }
}
