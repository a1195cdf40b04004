package dev.tenon.realtime.web;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The files of the stock client, as the application brings them: in {@code /WEB-INF/socket.io-client/}, or in a WebJar. Each is read once, when it is
 * asked for the first time, and kept.
 */
final class ClientFiles {
    private static final Logger LOG = System.getLogger(ClientFiles.class.getName());
    private static final Pattern NAME = Pattern.compile("socket\\.io(\\.msgpack|\\.esm)?(\\.min)?\\.js(\\.map)?");
    private static final String OWN = "/WEB-INF/socket.io-client/";
    private static final List<String> JARS = List.of("/webjars/socket.io-client/", "/_static/socket.io-client/");

    private final Map<String, Optional<ClientFile>> files = new ConcurrentHashMap<>();
    private final ServletContext context;

    private ClientFiles(ServletContext context) {
        this.context = context;
    }

    static ClientFiles of(ServletContext context) {
        return new ClientFiles(context);
    }

    /** Returns the file; empty if the client has none of this name, or the application has no client. */
    Optional<ClientFile> find(String name) {
        return NAME.matcher(name).matches() ? files.computeIfAbsent(name, this::read) : Optional.empty();
    }

    private Optional<ClientFile> read(String name) {
        return folders().stream()
                .map(folder -> read(folder, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns where the client may be, the newest version first. */
    private List<String> folders() {
        List<String> folders = new ArrayList<>(List.of(OWN));
        for (String jar : JARS) {
            Set<String> found =
                    Optional.ofNullable(context.getResourcePaths(jar)).orElse(Set.of());
            List<String> versions = new ArrayList<>(found);
            versions.sort(Collections.reverseOrder(ClientFiles::compareVersions));
            versions.forEach(version -> folders.addAll(List.of(version + "dist/", version)));
        }
        return folders;
    }

    /** Compares the numbers in two paths. */
    private static int compareVersions(String a, String b) {
        return Arrays.compare(numbers(a), numbers(b));
    }

    private static int[] numbers(String path) {
        return Pattern.compile("\\d{1,9}")
                .matcher(path)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }

    private Optional<ClientFile> read(String folder, String name) {
        try (InputStream in = context.getResourceAsStream(folder + name)) {
            return in == null ? Optional.empty() : Optional.of(new ClientFile(name, in.readAllBytes()));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "TENON-R26 " + folder + name + " cannot be read", e);
            return Optional.empty();
        }
    }
}
