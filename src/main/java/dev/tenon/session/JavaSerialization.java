package dev.tenon.session;

import dev.tenon.kernel.web.Reinjected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputFilter.Status;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.function.Predicate;

/**
 * Java's own serialization behind an allow-list of classes and bounds (JEP 290). What could not be read is not written either, so that the
 * mistake shows where it is made. Classes are the application's. The most common values do without, see {@link PlainValues}.
 */
final class JavaSerialization implements AttributeCodec {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_REFERENCES = 1_000_000;

    private final ClassLoader loader;
    private final Predicate<Class<?>> allowed;

    JavaSerialization(ClassLoader loader, Predicate<Class<?>> allowed) {
        this.loader = loader;
        this.allowed = allowed;
    }

    @Override
    public boolean accepts(Object value) {
        return value instanceof Serializable;
    }

    @Override
    public byte[] encode(Object value) throws IOException {
        byte[] plain = PlainValues.encode(value);
        return plain == null ? serialize(value) : plain;
    }

    private byte[] serialize(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new Output(bytes, value instanceof Reinjected)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    @Override
    public Object decode(byte[] bytes) throws IOException, ClassNotFoundException {
        Object plain = PlainValues.decode(bytes);
        return plain == null ? deserialize(bytes) : plain;
    }

    @SuppressWarnings("BanSerializableRead") // behind the filter
    private Object deserialize(byte[] bytes) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new Input(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(info -> judge(info, bytes.length));
            return in.readObject();
        }
    }

    private Status judge(ObjectInputFilter.FilterInfo info, int length) {
        if (info.depth() > MAX_DEPTH || info.references() > MAX_REFERENCES || info.arrayLength() > length) {
            return Status.REJECTED; // no honest array has more elements than the whole has bytes
        }
        Class<?> type = info.serialClass();
        return type == null || allowed.test(type) ? Status.ALLOWED : Status.REJECTED;
    }

    private void check(Class<?> type) throws InvalidClassException {
        if (!allowed.test(type)) {
            throw new InvalidClassException(type.getName(), "not among the classes that tenon.session.allow names");
        }
    }

    /** Weld's and OpenWebBeans', but not what stands for a whole intercepted bean of OpenWebBeans: that is refused. */
    private static boolean isOfContainer(String type) {
        return type.startsWith("org.jboss.weld.")
                || (type.startsWith("org.apache.webbeans.") && !type.endsWith(".DefaultInterceptorHandler"));
    }

    private final class Output extends ObjectOutputStream {
        Output(OutputStream out, boolean withoutInjected) throws IOException {
            super(out);
            enableReplaceObject(withoutInjected);
        }

        /** What a container injected refers to classes of its own, and to an archive of this very release. */
        @Override
        protected Object replaceObject(Object object) {
            return isOfContainer(object.getClass().getName()) ? null : object;
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            check(type);
        }

        @Override
        protected void annotateProxyClass(Class<?> type) throws IOException {
            check(type);
        }
    }

    private final class Input extends ObjectInputStream {
        Input(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description); // primitives have no loader
            }
        }
    }
}
