package dev.tenon.house;

import static dev.tenon.house.Room.room;

import java.util.List;

/** The table of {@code src/site/markdown/architecture.md}. A wall moves here, there and in the code, in one commit. */
final class Rooms {
    private static final String SERVLET = "jakarta.servlet";
    private static final String CDI = "jakarta.enterprise";
    private static final String INJECT = "jakarta.inject";
    private static final String INTERCEPTOR = "jakarta.interceptor";

    static final List<Room> ALL = List.of(
            room("json").using("com.fasterxml.jackson.core"),
            room("kernel", "json"),
            room("kernel.web", "kernel", "json").using(SERVLET, "javax.sql", "javax.xml.stream"),
            room("kernel.jdbc", "kernel", "kernel.web")
                    .using("java.sql", "javax.sql", "javax.naming", "com.zaxxer.hikari"),
            room("upload.content"),
            room("upload", "upload.content", "kernel", "kernel.web", "json").using(SERVLET),
            room("upload.download", "upload", "kernel", "kernel.web").using(SERVLET),
            room("upload.s3", "upload", "kernel").using("software.amazon.awssdk"),
            room("upload.tika", "upload", "kernel").using("org.apache.tika"),
            room("upload.resumable", "upload", "kernel", "kernel.web", "json").using(SERVLET),
            room("upload.cdi", "upload", "kernel", "kernel.web").using(CDI, INJECT, INTERCEPTOR, SERVLET),
            room("validation.sanitize"),
            room("validation.message"),
            room("validation", "validation.sanitize", "validation.message", "kernel", "kernel.web", "json")
                    .using(SERVLET),
            room("validation.bean", "validation", "validation.sanitize", "validation.message", "kernel")
                    .using("jakarta.validation", "javax.naming"),
            room("validation.cdi", "validation", "validation.bean", "kernel", "kernel.web")
                    .using(CDI, INJECT, INTERCEPTOR, "jakarta.annotation", "jakarta.validation"),
            room("session", "kernel", "kernel.web", "json").using(SERVLET),
            room("session.jdbc", "session", "kernel", "kernel.web", "kernel.jdbc")
                    .using("java.sql", "javax.sql"),
            room("session.cdi", "session", "kernel", "kernel.web")
                    .using(CDI, INJECT, INTERCEPTOR, "jakarta.annotation", SERVLET),
            room("fallback", "kernel", "kernel.web", "json").using(SERVLET),
            room("realtime.protocol", "json"),
            room("realtime.engine", "kernel", "json"),
            room("realtime.adapter", "realtime.protocol", "kernel"),
            room("realtime.redis", "realtime.adapter", "realtime.protocol", "kernel", "json")
                    .using("redis.clients"),
            room("realtime.jdbc", "realtime.adapter", "realtime.protocol", "kernel", "kernel.web", "kernel.jdbc")
                    .using("java.sql", "javax.sql", SERVLET),
            room("realtime.web", "realtime.engine", "kernel", "kernel.web").using(SERVLET, "jakarta.websocket"),
            room(
                            "realtime",
                            "realtime.engine",
                            "realtime.protocol",
                            "realtime.adapter",
                            "realtime.web",
                            "kernel",
                            "kernel.web",
                            "json")
                    .using(SERVLET),
            room("realtime.admin", "realtime", "realtime.engine", "realtime.adapter", "kernel", "kernel.web", "json"),
            room("realtime.cdi", "realtime", "kernel", "kernel.web").using(CDI, INJECT, INTERCEPTOR, SERVLET),
            room(
                            "",
                            "kernel",
                            "kernel.web",
                            "upload",
                            "validation",
                            "session",
                            "fallback",
                            "realtime",
                            "realtime.admin")
                    .using(SERVLET, "javax.sql"),
            room(
                            "cdi",
                            "metrics.cdi",
                            "upload.cdi",
                            "validation.cdi",
                            "session.cdi",
                            "realtime.cdi",
                            "kernel",
                            "kernel.web")
                    .using(CDI, INJECT),
            room("rest", "kernel", "kernel.web").using("jakarta.ws.rs", SERVLET),
            room("metrics.micrometer", "kernel").using("io.micrometer.core"),
            room("metrics.microprofile", "kernel").using("org.eclipse.microprofile.metrics"),
            room("metrics.cdi", "metrics.microprofile").using(CDI, INJECT, "org.eclipse.microprofile.metrics"),
            room("metrics", "metrics.micrometer", "metrics.microprofile", "kernel", "kernel.web")
                    .using("java.lang.management", "javax.management", SERVLET),
            room("boot.microprofile", "kernel").using("org.eclipse.microprofile.config"),
            room(
                            "boot",
                            "",
                            "boot.microprofile",
                            "cdi",
                            "rest",
                            "kernel",
                            "kernel.web",
                            "kernel.jdbc",
                            "upload",
                            "upload.resumable",
                            "upload.tika",
                            "validation",
                            "validation.bean",
                            "session",
                            "session.jdbc",
                            "fallback",
                            "realtime",
                            "realtime.adapter",
                            "realtime.admin",
                            "realtime.redis",
                            "realtime.cdi",
                            "realtime.jdbc",
                            "realtime.web",
                            "metrics")
                    .using(SERVLET));

    private Rooms() {}

    static String[] names() {
        return ALL.stream().map(Room::name).toArray(String[]::new);
    }
}
