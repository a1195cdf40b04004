package dev.tenon.realtime;

import dev.tenon.realtime.protocol.Parser;
import java.util.Locale;

/** The parser that a key names: one of the two that are here, or a class of the application. */
final class NamedParser {
    static final String ALLOWED = "json, msgpack or the name of a public class that implements "
            + Parser.class.getName() + " and has a public" + " constructor without parameters";

    private NamedParser() {}

    /**
     * Returns the parser.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    static Parser of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "json" -> Parser.json();
            case "msgpack" -> Parser.msgpack();
            default -> made(name);
        };
    }

    private static Parser made(String name) {
        try {
            return Class.forName(name, true, loader())
                    .asSubclass(Parser.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException("no parser can be made of " + name, e);
        }
    }

    /** Returns the application's, also where Tenon is in a library that several of them share. */
    private static ClassLoader loader() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread == null ? NamedParser.class.getClassLoader() : ofThread;
    }
}
