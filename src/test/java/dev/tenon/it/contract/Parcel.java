package dev.tenon.it.contract;

import java.io.Serializable;

/** A class that the next release of the application has no more. */
public record Parcel(String content) implements Serializable {}
