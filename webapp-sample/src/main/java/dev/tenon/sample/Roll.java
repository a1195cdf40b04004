package dev.tenon.sample;

import java.util.List;
import java.util.Map;

/**
 * Who is at one server.
 *
 * @param connections how many there are of each transport
 */
record Roll(List<String> agents, List<String> customers, Map<String, Integer> connections) {
    static final Roll EMPTY = new Roll(List.of(), List.of(), Map.of());
}
