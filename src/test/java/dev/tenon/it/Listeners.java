package dev.tenon.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a process waits for connections and packets, as the tables of Linux have it ({@code man 5 proc}). */
final class Listeners {
    private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");

    /** Of TCP a socket that listens, of UDP one without a peer. */
    private static final Set<String> WAITING = Set.of("0A", "07");

    private final Path process;

    Listeners(long pid) {
        process = Path.of("/proc", String.valueOf(pid));
    }

    /** Returns whether this machine has the tables. */
    boolean areKnown() {
        return Files.isReadable(process.resolve("net/tcp"));
    }

    /** Returns those of its addresses that other machines can reach. */
    List<InetSocketAddress> reachable() throws IOException {
        return all().stream()
                .filter(address -> !address.getAddress().isLoopbackAddress())
                .toList();
    }

    /** Returns all of its addresses. */
    List<InetSocketAddress> all() throws IOException {
        Set<String> own = sockets();
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String table : TABLES) {
            for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (WAITING.contains(columns[3]) && own.contains("socket:[" + columns[9] + "]")) {
                    addresses.add(address(columns[1]));
                }
            }
        }
        return addresses;
    }

    private Set<String> sockets() throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            for (Path file : files.filter(Files::isSymbolicLink).toList()) {
                sockets.add(target(file));
            }
        }
        return sockets;
    }

    private static String target(Path file) throws IOException {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (NoSuchFileException e) {
            return "closed meanwhile";
        }
    }

    /** Words of four bytes, each with its last byte first, and a port. */
    static InetSocketAddress address(String hex) throws IOException {
        int colon = hex.indexOf(':');
        byte[] swapped = HexFormat.of().parseHex(hex.substring(0, colon));
        byte[] bytes = new byte[swapped.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = swapped[i ^ 3];
        }
        return new InetSocketAddress(InetAddress.getByAddress(bytes), Integer.parseInt(hex.substring(colon + 1), 16));
    }
}
