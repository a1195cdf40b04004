package dev.tenon.it.existing;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST side of the application. */
@ApplicationPath("api")
public class Api extends Application {}
