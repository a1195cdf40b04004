package dev.tenon.session.cdi;

import dev.tenon.kernel.web.Reinjected;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.Serializable;

/** One bean as an attribute of the session. Leaving the session destroys it. For one request, as its session. */
final class StoredBean<T> implements Serializable, Reinjected, HttpSessionBindingListener {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // passivating scopes hold serializable beans, which CDI checks
    private final T instance;

    private transient StoredBeanType<T> type;
    private transient CreationalContext<T> context;

    StoredBean(StoredBeanType<T> type, T instance, CreationalContext<T> context) {
        this.type = type;
        this.instance = instance;
        this.context = context;
    }

    /** The bean, with everything injected again if it came from the store. */
    T instance(StoredBeanType<T> ofType) {
        if (type == null) {
            type = ofType;
            context = ofType.context();
            ofType.injectedInstance(context).ifPresent(fresh -> new Reinjection().fill(instance, fresh));
        }
        return instance;
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        @SuppressWarnings("unchecked") // the name stands for the same bean as when it was stored
        StoredBeanType<T> current =
                type == null ? (StoredBeanType<T>) SessionBeans.current().byName(event.getName()) : type;
        if (current != null) {
            current.bean().destroy(instance(current), context);
        }
    }
}
