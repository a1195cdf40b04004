package dev.tenon.realtime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Makes hostile texts and bytes out of good ones: what stands at a place that means something is repeated, cut, swapped or replaced by what
 * parsers stumble over. The same seed gives the same inputs. Not thread-safe.
 */
public final class Mutator {
    private static final List<String> WORDS = List.of(
            "",
            "0",
            "1",
            "-1",
            "9",
            "10",
            "11",
            "255",
            "2147483648",
            "9007199254740993",
            "99999999999999999999",
            "1e999",
            "-",
            ",",
            ":",
            "/",
            "/a,",
            "\"",
            "\\",
            "\\u",
            "\\ud800",
            "[",
            "]",
            "{",
            "}",
            "[[[[[[[[",
            "{\"a\":",
            "null",
            "true",
            "NaN",
            "\u001e",
            "\u0000",
            "\u00e9",
            "\ud83d",
            "\ud83d\ude00",
            "b",
            "b4",
            "4",
            "5",
            "2probe",
            "51-",
            "61-0",
            "{\"_placeholder\":true,\"num\":0}",
            "{\"_placeholder\":true,\"num\":-1}",
            "{\"_placeholder\":true,\"num\":\"x\"}",
            "{\"_placeholder\":true}",
            "\"connect\"",
            "\"__proto__\"",
            "{\"toString\":\"x\"}");
    private static final int LONGEST = 4_000;

    private final Random random;

    /** Sets where the accidents begin. */
    public Mutator(long seed) {
        random = new Random(seed);
    }

    /** Returns one of them. */
    public <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Returns whether something should happen that does so once in a while. */
    public boolean sometimes(int onceIn) {
        return random.nextInt(onceIn) == 0;
    }

    /** Returns a text that one to six accidents made of this one. */
    public String text(String seed) {
        StringBuilder text = new StringBuilder(seed);
        for (int i = random.nextInt(6); i >= 0; i--) {
            accident(text);
        }
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private void accident(StringBuilder text) {
        int from = random.nextInt(text.length() + 1);
        int to = from + random.nextInt(Math.min(text.length() - from, 12) + 1);
        String piece = text.substring(from, to);
        switch (random.nextInt(6)) {
            case 0 -> text.delete(from, to);
            case 1 -> text.insert(from, pick(WORDS));
            case 2 -> text.replace(from, to, pick(WORDS));
            case 3 -> text.insert(from, piece.repeat(random.nextInt(60)));
            case 4 -> text.replace(from, to, String.valueOf((char) random.nextInt(0x2000)));
            default -> text.insert(random.nextInt(text.length() + 1), piece);
        }
    }

    /** Returns bytes that accidents made of these. */
    public byte[] bytes(byte... seed) {
        byte[] bytes = text(new String(seed, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
