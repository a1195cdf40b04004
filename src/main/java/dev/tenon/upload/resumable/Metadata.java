package dev.tenon.upload.resumable;

import dev.tenon.upload.IncomingFile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The header {@code Upload-Metadata}: keys, each with a value in Base64, separated by commas. Immutable. */
record Metadata(Map<String, String> values) {
    private static final int MAX_LENGTH = 8192;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x2B\\x2D-\\x7E]+");

    Metadata {
        values = Map.copyOf(values);
    }

    /**
     * @param header null for none
     * @throws TusException if it breaks the rules
     */
    static Metadata parse(String header) {
        Map<String, String> values = new HashMap<>();
        if (header != null && !header.isBlank()) {
            if (header.length() > MAX_LENGTH) {
                throw wrong("it is longer than " + MAX_LENGTH + " characters");
            }
            for (String pair : header.split(",", -1)) {
                add(values, pair.strip().split(" ", 2));
            }
        }
        return new Metadata(values);
    }

    private static void add(Map<String, String> values, String... pair) {
        if (!KEY.matcher(pair[0]).matches()) {
            throw wrong("a key is empty or has characters that are not allowed");
        }
        if (values.put(pair[0], pair.length == 1 ? "" : decoded(pair[1].strip())) != null) {
            throw wrong("a key is there twice");
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong("a value is not Base64");
        }
    }

    private static TusException wrong(String what) {
        return TusException.badRequest("Upload-Metadata cannot be read: " + what + ".");
    }

    /** Returns what it says about the file, by the keys that tus-js-client and Uppy send. */
    IncomingFile file() {
        String type = values.getOrDefault("filetype", values.get("type"));
        return IncomingFile.of("file", values.getOrDefault("filename", values.get("name")), type);
    }
}
