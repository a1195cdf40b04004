package dev.tenon.it.contract;

import java.util.ArrayList;
import java.util.List;

/** What listeners heard, in its order. */
final class Diary {
    private static final List<String> LINES = new ArrayList<>();

    private Diary() {}

    static synchronized void note(String line) {
        LINES.add(line);
    }

    static synchronized String take() {
        String all = String.join("\n", LINES);
        LINES.clear();
        return all;
    }
}
