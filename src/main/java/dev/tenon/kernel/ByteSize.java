package dev.tenon.kernel;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes as people write it: {@code 512}, {@code 100KB}, {@code 10MB}, {@code 2GB}; a unit is 1,024 of the one before.
 *
 * @param bytes 0 or more
 */
public record ByteSize(long bytes) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\s*([KMGT]?)I?B?", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "KMGT";

    /**
     * Returns the size.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size of " + bytes + " bytes is negative");
        }
    }

    /**
     * Returns the size that the text names.
     *
     * @throws IllegalArgumentException if it is no size, or more than a long holds
     */
    public static ByteSize parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size such as 512, 100KB, 10MB or 2GB");
        }
        int power = 1 + UNITS.indexOf(matcher.group(2).toUpperCase(Locale.ROOT));
        long unit = matcher.group(2).isEmpty() ? 1 : 1L << (10 * power);
        try {
            return new ByteSize(Math.multiplyExact(Long.parseLong(matcher.group(1)), unit));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is more than " + Long.MAX_VALUE + " bytes", e);
        }
    }

    /** Returns the size in its largest whole unit, such as {@code 10MB} or {@code 1500}. */
    @Override
    public String toString() {
        int power = 0;
        long rest = bytes;
        while (rest != 0 && rest % 1024 == 0 && power < UNITS.length()) {
            rest /= 1024;
            power++;
        }
        return power == 0 ? Long.toString(rest) : rest + UNITS.substring(power - 1, power) + "B";
    }
}
