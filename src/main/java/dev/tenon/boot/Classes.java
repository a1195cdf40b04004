package dev.tenon.boot;

/** Knows what the server has, without linking to it. */
final class Classes {
    private Classes() {}

    /** Returns whether the application can see the class. */
    static boolean has(String name) {
        try {
            Class.forName(name, false, Classes.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
