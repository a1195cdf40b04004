package dev.tenon.validation;

import java.util.List;
import java.util.Map;

/** UUIDs of one version (RFC 9562, section 5), of any, or nil. */
record Uuids(String version) implements Rule {
    static final Uuids ALL = new Uuids("all");

    private static final List<String> VERSIONS = List.of("v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "all", "nil");
    private static final String NIL = "00000000-0000-0000-0000-000000000000";
    private static final int LENGTH = 36;

    /** Returns whether a text is the name of a version. */
    static boolean isVersion(String text) {
        return VERSIONS.contains(text);
    }

    /** @throws IllegalArgumentException if there is no such version */
    static Uuids of(String version) {
        if (!isVersion(version)) {
            throw new IllegalArgumentException("isUuid: '" + version + "' is none of " + VERSIONS);
        }
        return new Uuids(version);
    }

    @Override
    public String code() {
        return "uuid";
    }

    @Override
    public Object apply(Object value) {
        if (!(value instanceof String text)) {
            return UNFIT;
        }
        return isUuid(text) && isOfVersion(text) ? value : REFUSED;
    }

    private static boolean isUuid(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            char c = text.charAt(i);
            if (dash ? c != '-' : c > 127 || Character.digit(c, 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** As in koa-bouncer, version 3 says nothing about the variant. */
    private boolean isOfVersion(String text) {
        if (version.equals("all")) {
            return true;
        }
        if (version.equals("nil")) {
            return text.equals(NIL);
        }
        return text.charAt(14) == version.charAt(1) && (version.equals("v3") || "89abAB".indexOf(text.charAt(19)) >= 0);
    }

    @Override
    public Map<String, Object> params() {
        return version.equals("all") ? Map.of() : Map.of("version", version);
    }
}
