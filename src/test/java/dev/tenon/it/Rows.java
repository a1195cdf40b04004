package dev.tenon.it;

import java.util.Map;
import java.util.TreeMap;

/** One topic of the suite: what every server is asked about one feature. */
abstract class Rows {
    private final Map<String, Row> rows = new TreeMap<>();

    /** Adds a row; its name says subject and condition. */
    final void row(String name, Row row) {
        rows.put(name, row);
    }

    final Map<String, Row> all() {
        return rows;
    }

    /** Fails, or shows something. */
    interface Row {
        void check(Server server) throws Exception;
    }
}
