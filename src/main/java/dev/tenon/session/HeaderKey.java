package dev.tenon.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id in a header of its own. */
record HeaderKey(String name) implements ExternalKey {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    static String check(String name) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("externalKey: '" + name + "' is no name of a header");
        }
        return name;
    }

    @Override
    public Optional<String> get(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(name));
    }

    @Override
    public void set(HttpServletResponse response, String id) {
        response.setHeader(name, id);
    }
}
