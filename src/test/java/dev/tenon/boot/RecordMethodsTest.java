package dev.tenon.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** What the JDK keeps of an application's records. */
class RecordMethodsTest {
    /** One of the application. */
    record Inner(String text) {}

    /** One whose parts are the application's, too. */
    record Outer(Inner inner) {}

    @Test
    void recordThatWasCompared_doesNotKeepItsApplication() throws Exception {
        WeakReference<ClassLoader> application = compared();
        RecordMethods.forget();
        for (int i = 0; i < 50 && application.get() != null; i++) {
            System.gc();
        }
        assertNull(application.get());
    }

    private static WeakReference<ClassLoader> compared() throws Exception {
        ClassLoader application = new Application();
        Object one = outer(application);
        Object other = outer(application);
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        return new WeakReference<>(application);
    }

    private static Object outer(ClassLoader application) throws Exception {
        Class<?> inner = application.loadClass(Inner.class.getName());
        Class<?> outer = application.loadClass(Outer.class.getName());
        var make = outer.getDeclaredConstructor(inner);
        make.setAccessible(true);
        var makeInner = inner.getDeclaredConstructor(String.class);
        makeInner.setAccessible(true);
        return make.newInstance(makeInner.newInstance("a"));
    }

    /** Has classes of its own where the parent has them, too. */
    private static final class Application extends ClassLoader {
        Application() {
            super(RecordMethodsTest.class.getClassLoader());
        }

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            boolean own = name.equals(Inner.class.getName()) || name.equals(Outer.class.getName());
            Class<?> loaded = own ? findLoadedClass(name) : super.loadClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
