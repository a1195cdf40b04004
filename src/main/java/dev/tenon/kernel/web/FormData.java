package dev.tenon.kernel.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The multipart body of a request that somebody parsed already: how validation sees what upload received. */
public interface FormData {
    /** The request attribute under which a parsed body stands. */
    String ATTRIBUTE = "dev.tenon.form";

    /** Returns the text fields by name, in the order of the wire, each with all its values. */
    Map<String, List<String>> fields();

    /** Returns the files in the order of the wire. */
    List<? extends Part> files();

    /** Deletes what was stored for this body. Does nothing the second time. */
    void discard();

    /** Returns the parsed body of the request, if it has one. */
    static Optional<FormData> of(ServletRequest request) {
        return Optional.ofNullable((FormData) request.getAttribute(ATTRIBUTE));
    }
}
