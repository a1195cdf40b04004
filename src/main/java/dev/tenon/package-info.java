/** The front door: what an application asks for by name when nothing is injected, and where it configures Tenon in Java. */
package dev.tenon;
