package dev.tenon.kernel;

/** Knows what the server has, without linking to it. */
public final class Classes {
    private Classes() {}

    /** Returns whether the application can see the class. */
    public static boolean has(String name) {
        try {
            Class.forName(name, false, Classes.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }
}
