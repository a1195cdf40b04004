package dev.tenon.it.moves;

import java.io.Serializable;

/** What an application keeps in a session. */
public record Order(String item, int number) implements Serializable {}
