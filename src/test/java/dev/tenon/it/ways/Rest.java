package dev.tenon.it.ways;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the REST resources are. */
@ApplicationPath("/api")
public class Rest extends Application {}
