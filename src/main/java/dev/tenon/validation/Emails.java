package dev.tenon.validation;

import java.util.regex.Pattern;

/** Mail addresses as people have them: RFC 5321 without quoted names, comments and address literals, with names in every script (RFC 6531). */
final class Emails {
    static final Rule IS_EMAIL = Rule.text("email", Emails::isEmail);

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final String ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]++";
    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:" + LABEL + "\\.)+\\p{L}[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}]");

    private Emails() {}

    static boolean isEmail(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        int at = text.lastIndexOf('@');
        return at > 0
                && at <= MAX_LOCAL
                && LOCAL.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }
}
