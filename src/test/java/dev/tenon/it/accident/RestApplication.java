package dev.tenon.it.accident;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Switches REST on where the server has it. */
@ApplicationPath("/rest")
public final class RestApplication extends Application {}
