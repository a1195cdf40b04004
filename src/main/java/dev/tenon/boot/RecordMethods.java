package dev.tenon.boot;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/**
 * The methods that records have by themselves. The JDK (17.0.15) makes them of handles of its own, each of which remembers the last type that it was adapted to:
 * so the last record of an application that was compared, and the class loader of it, would outlive the application.
 */
final class RecordMethods {
    private static final Logger LOG = System.getLogger(RecordMethods.class.getName());

    private RecordMethods() {}

    /** Lets the JDK remember a class of its own instead. */
    static void forget() {
        adapt("equals", MethodType.methodType(boolean.class, String.class, Object.class));
        adapt("hashCode", MethodType.methodType(int.class, String.class));
    }

    private static void adapt(String method, MethodType type) {
        try {
            ObjectMethods.bootstrap(
                    MethodHandles.lookup(), method, type, String.class, "text", MethodHandles.identity(String.class));
        } catch (Throwable e) { // which is what it declares; an application that ends has to end
            LOG.log(Level.DEBUG, "The JDK may still know a record of this application", e);
        }
    }
}
