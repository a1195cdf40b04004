package dev.tenon.realtime.cdi;

import dev.tenon.realtime.Args;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.Socket;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@link OnEvent} methods of all beans of an application. Filled while the container starts, and read afterwards. */
public final class EventMethods {
    private final List<BeanMethod> methods = new ArrayList<>();
    private BeanManager manager;

    /** Notes the methods of a bean; a wrong one stops the start. */
    public void note(ProcessManagedBean<?> event) {
        for (AnnotatedMethod<?> method : event.getAnnotatedBeanClass().getMethods()) {
            if (method.isAnnotationPresent(OnEvent.class)) {
                try {
                    methods.add(new BeanMethod(event.getBean(), new EventMethod(method)));
                } catch (DefinitionException wrong) {
                    event.addDefinitionError(wrong);
                }
            }
        }
    }

    /** Makes itself a bean, which the feature finds. */
    public void finish(AfterBeanDiscovery discovery, BeanManager beanManager) {
        manager = beanManager;
        discovery
                .addBean()
                .beanClass(EventMethods.class)
                .types(EventMethods.class)
                .scope(Dependent.class)
                .produceWith(nothing -> this);
    }

    boolean isEmpty() {
        return methods.isEmpty();
    }

    /**
     * Lets the methods handle the events of the server.
     *
     * @return what ends the beans that are dependent
     */
    AutoCloseable addTo(Realtime io) {
        Map<Bean<?>, Object> beans = new HashMap<>();
        List<CreationalContext<?>> contexts = new ArrayList<>();
        methods.forEach(each -> beans.computeIfAbsent(each.bean(), bean -> instance(bean, contexts)));
        Map<String, List<BeanMethod>> byNamespace = methods.stream()
                .collect(Collectors.groupingBy(each -> each.method().namespace()));
        byNamespace.forEach((name, all) -> addTo(io.of(name), all, beans));
        return () -> contexts.forEach(CreationalContext::release);
    }

    private Object instance(Bean<?> bean, List<CreationalContext<?>> contexts) {
        CreationalContext<?> context = manager.createCreationalContext(bean);
        if (bean.getScope() == Dependent.class) {
            contexts.add(context);
        }
        return manager.getReference(bean, bean.getBeanClass(), context);
    }

    /** Adds handlers to each new socket; those of its connection run when all others are there. */
    private void addTo(Namespace namespace, List<BeanMethod> all, Map<Bean<?>, Object> beans) {
        namespace.onConnection(socket -> {
            all.forEach(each -> add(each.method(), beans.get(each.bean()), socket));
            all.stream()
                    .filter(each -> each.method().isOfConnection())
                    .forEach(each -> hear(each.method(), beans.get(each.bean()), socket, null));
        });
    }

    private void add(EventMethod method, Object bean, Socket socket) {
        switch (method.event()) {
            case "connection", "connect" -> {
                // when all others are there
            }
            case "disconnecting" -> socket.onDisconnecting(reason -> hear(method, bean, socket, reason));
            case "disconnect" -> socket.onDisconnect(reason -> hear(method, bean, socket, reason));
            default -> socket.on(method.event(), args -> handle(method, bean, socket, args));
        }
    }

    private void handle(EventMethod method, Object bean, Socket socket, Args args) {
        inRequestContext(() -> method.handle(bean, socket, args));
    }

    private void hear(EventMethod method, Object bean, Socket socket, String reason) {
        inRequestContext(() -> method.hear(bean, socket, reason));
    }

    /** A thread of a WebSocket has none, and one of a poll has that of its request. */
    private void inRequestContext(Runnable call) {
        RequestContextController controller =
                manager.createInstance().select(RequestContextController.class).get();
        boolean activated = controller.activate();
        try {
            call.run();
        } finally {
            if (activated) {
                controller.deactivate();
            }
        }
    }

    private record BeanMethod(Bean<?> bean, EventMethod method) {}
}
