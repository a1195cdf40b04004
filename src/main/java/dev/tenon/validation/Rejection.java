package dev.tenon.validation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was wrong with the form that a browser sent, and what people had typed, for the page that shows the form again. Without passwords, secrets
 * and files. Immutable.
 */
public final class Rejection {
    static final String ATTRIBUTE = "dev.tenon.validation.rejection";

    private static final String MESSAGES = "messages";
    private static final String INPUT = "input";

    private final List<List<String>> messages;
    private final Map<String, List<String>> input;

    /** @param messages each with the name of its field before it */
    Rejection(List<List<String>> messages, Map<String, List<String>> input) {
        this.messages = messages;
        this.input = input;
    }

    /** Returns what a session keeps: plain lists and maps, which every way to store sessions knows. */
    Map<String, Object> kept() {
        Map<String, Object> kept = new HashMap<>();
        kept.put(MESSAGES, messages);
        kept.put(INPUT, input);
        return kept;
    }

    @SuppressWarnings("unchecked") // made by kept()
    private static Rejection of(Map<?, ?> kept) {
        return new Rejection((List<List<String>>) kept.get(MESSAGES), (Map<String, List<String>>) kept.get(INPUT));
    }

    /**
     * Returns what was wrong with the form for which the browser comes back; empty for every other request. It is kept once: a session gives it
     * to the first page that asks.
     */
    public static Optional<Rejection> of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) == null) {
            HttpSession session = request.getSession(false);
            Object kept = session == null ? null : session.getAttribute(ATTRIBUTE);
            if (kept instanceof Map<?, ?> parts) {
                session.removeAttribute(ATTRIBUTE);
                request.setAttribute(ATTRIBUTE, of(parts));
            }
        }
        return Optional.ofNullable((Rejection) request.getAttribute(ATTRIBUTE));
    }

    /** Returns all messages, in the order of the errors. */
    public List<String> messages() {
        return messages.stream().map(message -> message.get(1)).toList();
    }

    /** Returns the messages for the field of this name, and for what is inside it; empty when it was right. */
    public List<String> messages(String name) {
        return messages.stream()
                .filter(message -> FieldName.isWithin(message.get(0), name))
                .map(message -> message.get(1))
                .toList();
    }

    /** Returns the first message for the field of this name, or the empty text. */
    public String message(String name) {
        return messages(name).stream().findFirst().orElse("");
    }

    /** Returns what was typed into the field of this name; the empty text where nothing was, or nothing is kept. Escape it for HTML. */
    public String input(String name) {
        return inputs(name).stream().findFirst().orElse("");
    }

    /** Returns all texts that were sent by this name, such as the boxes that were ticked; empty where nothing is kept. */
    public List<String> inputs(String name) {
        return input.getOrDefault(name, List.of());
    }
}
