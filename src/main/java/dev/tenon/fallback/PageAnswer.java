package dev.tenon.fallback;

import dev.tenon.kernel.Tokens;
import dev.tenon.kernel.web.Validators;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Sends a page: asked for anew each time, and answered with 304 where the browser has it. */
final class PageAnswer {
    private final PageOptions options;

    PageAnswer(PageOptions options) {
        this.options = options;
    }

    /** Sets what every page is sent with, also one that the container makes, and returns the nonce; null for none. */
    String prepare(HttpServletRequest request, HttpServletResponse response) {
        String nonce = options.cspNonce() == null ? null : nonce(request);
        cache(response, nonce == null ? "no-cache" : "no-store"); // a nonce is for one answer
        String policy = options.contentSecurityPolicy();
        if (policy != null && !response.containsHeader("Content-Security-Policy")) {
            response.setHeader(
                    "Content-Security-Policy", nonce == null ? policy : policy.replace(options.cspNonce(), nonce));
        }
        return nonce;
    }

    /** A filter of the application that sends a policy of its own may have made the nonce. */
    private static String nonce(HttpServletRequest request) {
        Object nonce = request.getAttribute(HistoryFallbackFilter.NONCE);
        if (nonce == null) {
            nonce = Tokens.base64Url(16);
            request.setAttribute(HistoryFallbackFilter.NONCE, nonce);
        }
        return nonce.toString();
    }

    void send(HttpServletRequest request, HttpServletResponse response, PageContent page) throws IOException {
        String nonce = prepare(request, response);
        page.links().ifPresent(links -> response.addHeader("Link", nonce == null ? links : withNonce(links, nonce)));
        if (nonce != null) {
            write(request, response, page, page.template().render(nonce, config(request)));
        } else if (page.template().hasConfig()) {
            cache(response, "private, no-cache");
            byte[] body = page.template().render("", config(request));
            validate(request, response, page, PageContent.validators(body, 0), body);
        } else {
            plain(request, response, page);
        }
    }

    private static String withNonce(String links, String nonce) {
        return links.replace("; crossorigin", "; crossorigin; nonce=\"" + nonce + "\"");
    }

    private String config(HttpServletRequest request) {
        return options.configOf() == null
                ? ""
                : PageTemplate.json(options.configOf().apply(request));
    }

    private static void plain(HttpServletRequest request, HttpServletResponse response, PageContent page)
            throws IOException {
        Map<Coding, byte[]> coded = page.coded();
        Optional<Coding> coding = Optional.empty();
        if (!coded.isEmpty()) {
            response.addHeader("Vary", "Accept-Encoding");
            coding = Coding.best(coded.keySet(), request.getHeader("Accept-Encoding"));
        }
        if (coding.isPresent() && !page.validators().match(request)) {
            response.setHeader("Content-Encoding", coding.get().token());
        }
        validate(
                request,
                response,
                page,
                page.validators(),
                coding.map(coded::get).orElse(page.body()));
    }

    private static void validate(
            HttpServletRequest request,
            HttpServletResponse response,
            PageContent page,
            Validators validators,
            byte[] body)
            throws IOException {
        validators.writeTo(response);
        if (validators.match(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            write(request, response, page, body);
        }
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, PageContent page, byte[] body)
            throws IOException {
        response.setContentType(page.type());
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** What forbids more stays: a filter of the application may have said {@code no-store}, a container that asked for a password {@code private}. */
    private static void cache(HttpServletResponse response, String value) {
        String said = response.getHeader("Cache-Control");
        if (said == null || value.contains("no-store")) {
            response.setHeader("Cache-Control", value);
        } else if (!said.contains("no-store")) {
            response.setHeader("Cache-Control", said.contains("private") ? "private, no-cache" : value);
        }
    }
}
