package dev.tenon.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Looks into another JVM with the JDK's own jcmd. */
final class Heap {
    private final long pid;

    Heap(long pid) {
        this.pid = pid;
    }

    /** Returns the lines about live objects of classes whose names contain the text, after a full collection. */
    List<String> liveObjects(String className) throws IOException {
        return jcmd("GC.class_histogram")
                .lines()
                .filter(line -> line.contains(className))
                .toList();
    }

    /** Returns the names of threads that contain the text. */
    List<String> threads(String name) throws IOException {
        return jcmd("Thread.print")
                .lines()
                .filter(line -> line.startsWith("\"") && line.contains(name))
                .toList();
    }

    /** Returns how many class loaders still have a class of this name, after a full collection. */
    long loadersOf(Class<?> type) throws IOException {
        jcmd("GC.run");
        return jcmd("VM.classloaders", "show-classes=true", "fold=false")
                .lines()
                .filter(line -> line.endsWith(" " + type.getName()))
                .count();
    }

    /** Writes the heap to a file, to find out who holds what should be gone. */
    void dump(Path file) throws IOException {
        jcmd("GC.heap_dump", "-overwrite", file.toString());
    }

    private String jcmd(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Build.jdk("jcmd").toString(), String.valueOf(pid));
        builder.command().addAll(List.of(command));
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
