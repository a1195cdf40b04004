package dev.tenon.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Defines Tenon's classes itself and finds nothing of the hidden packages. */
final class BlindClassLoader extends ClassLoader {
    private final Path classes;
    private final List<String> hidden;

    BlindClassLoader(Path classes, List<String> hidden) {
        super(BlindClassLoader.class.getClassLoader());
        this.classes = classes;
        this.hidden = hidden;
    }

    /** Returns what goes wrong when a container looks at the class; empty when nothing does. */
    Optional<String> failure(String name) {
        try {
            reflect(name);
            return Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.of(name + ": " + e);
        }
    }

    /** Returns how many members the class shows. */
    int reflect(String name) throws ClassNotFoundException {
        Class<?> type = Class.forName(name, true, this);
        return type.getDeclaredFields().length
                + type.getDeclaredMethods().length
                + type.getDeclaredConstructors().length;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (hidden.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException("hidden: " + name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            Path file = classes.resolve(name.replace('.', '/') + ".class");
            return Files.exists(file) ? define(name, file) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name, Path file) throws ClassNotFoundException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
