package dev.tenon.kernel.web;

/** A session attribute into which a CDI container injected something. That is not stored: whoever reads the attribute has it injected again. */
public interface Reinjected {}
