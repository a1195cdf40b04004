package dev.tenon.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The sample as the build left it. */
final class Sample {
    /** Where the tests deploy it: not at the root, where a wrong path would not show. */
    static final String AT = "/sample";

    private Sample() {}

    static Path war() {
        return folder().resolve("target/webapp-sample.war");
    }

    /** Returns its project, where npm put the stock client. */
    static Path folder() {
        return Build.target("../webapp-sample").normalize();
    }

    /** Returns the SHA-256 of the WAR. */
    static String checksum() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(war())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deploys it on the server, with its sessions in this database. */
    static Server on(Server server, String databaseUrl) throws IOException, InterruptedException {
        server.environment("TENON_DATABASE_URL", databaseUrl);
        server.deploy(AT, war());
        return server.start(AT + "/index.html");
    }

    /** Returns the URL of an H2 file that lasts as long as the server's folder. */
    static String h2(Server server) {
        return "jdbc:h2:file:" + server.home().resolve("sessions");
    }
}
