package dev.tenon.realtime.cdi;

import dev.tenon.kernel.TenonException;
import dev.tenon.realtime.Ack;
import dev.tenon.realtime.Args;
import dev.tenon.realtime.Socket;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A method that handles an event. Immutable. */
final class EventMethod {
    private static final Logger LOG = System.getLogger(EventMethod.class.getName());
    private static final Set<String> OF_SOCKETS = Set.of("connection", "connect", "disconnecting", "disconnect");

    private final OnEvent event;
    private final Method method;
    private final List<Type> parameters;

    /** Looks at the method. */
    EventMethod(AnnotatedMethod<?> annotated) {
        event = annotated.getAnnotation(OnEvent.class);
        method = annotated.getJavaMember();
        parameters = annotated.getParameters().stream()
                .map(AnnotatedParameter::getBaseType)
                .toList();
        check();
        method.setAccessible(true); // it need not be public
    }

    private void check() {
        int modifiers = method.getModifiers();
        if (Modifier.isPrivate(modifiers) || Modifier.isStatic(modifiers)) {
            throw wrong("is private or static");
        }
        if (isAnswering() && parameters.contains(Ack.class)) {
            throw wrong("answers twice: by what it returns, and by an Ack");
        }
        if (isOfSocket()
                && (isAnswering() || !Set.of(Socket.class, String.class).containsAll(parameters))) {
            throw wrong("may have no parameters but the Socket and, at its end, the reason, and returns nothing");
        }
    }

    private DefinitionException wrong(String why) {
        return new DefinitionException(
                "the @OnEvent(\"" + event.value() + "\") method " + method.toGenericString() + " " + why);
    }

    private boolean isAnswering() {
        return method.getReturnType() != void.class;
    }

    private boolean isOfSocket() {
        return OF_SOCKETS.contains(event.value());
    }

    boolean isOfConnection() {
        return event.value().startsWith("connect") && isOfSocket();
    }

    String event() {
        return event.value();
    }

    String namespace() {
        return event.namespace();
    }

    /** Handles an event of a client. */
    void handle(Object bean, Socket socket, Args args) {
        Object result = call(bean, socket, args);
        if (result instanceof CompletionStage<?> stage) {
            stage.whenComplete((value, failure) -> answerLater(args, value, failure));
        } else if (isAnswering()) {
            args.ack(result);
        }
    }

    private void answerLater(Args args, Object value, Throwable failure) {
        Optional<TenonException> refusal = TenonException.in(failure);
        if (failure == null) {
            args.ack(value);
        } else if (refusal.isPresent()) {
            args.refuse(refusal.get());
        } else {
            LOG.log(Level.WARNING, "TENON-R07 An event was not answered: " + method, failure);
        }
    }

    /**
     * Hears that a socket is connected, or ends.
     *
     * @param reason of the end
     */
    void hear(Object bean, Socket socket, String reason) {
        invoke(
                bean,
                parameters.stream()
                        .map(type -> type == Socket.class ? socket : reason)
                        .toArray());
    }

    private Object call(Object bean, Socket socket, Args args) {
        Object[] values = new Object[parameters.size()];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            Type type = parameters.get(i);
            if (type == Socket.class) {
                values[i] = socket;
            } else if (type == Args.class) {
                values[i] = args;
            } else if (type == Ack.class) {
                values[i] = new Ack(args);
            } else {
                values[i] = args.get(next++, type);
            }
        }
        return invoke(bean, values);
    }

    private Object invoke(Object bean, Object... values) {
        try {
            return method.invoke(bean, values);
        } catch (InvocationTargetException e) {
            throw unchecked(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("made accessible", e);
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException known ? known : new UndeclaredThrowableException(thrown);
    }
}
