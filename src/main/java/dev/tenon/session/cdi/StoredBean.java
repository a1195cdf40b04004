package dev.tenon.session.cdi;

import dev.tenon.kernel.web.CurrentRequest;
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

    private transient StoredBeanType<T> type; // null: nothing is injected
    private transient CreationalContext<T> context;
    private transient Reinjection injection;

    /** One that was made just now. What is stored with it lives as long as it does; else its dependents, all in transient fields, go with the request. */
    StoredBean(StoredBeanType<T> type, T instance, CreationalContext<T> context) {
        this.type = type;
        this.instance = instance;
        this.context = context;
        if (!type.storesDependents()) {
            injection = new Reinjection();
            type.transientFields().forEach(field -> injection.note(field, instance));
            CurrentRequest.atEnd(this::letGo);
        }
    }

    /** The bean, with everything injected again if it came from the store. */
    T instance(StoredBeanType<T> ofType) {
        if (type == null) {
            type = ofType;
            context = ofType.context();
            injection = new Reinjection();
            ofType.injectedInstance(context).ifPresent(fresh -> injection.fill(instance, fresh));
            CurrentRequest.atEnd(this::letGo);
        }
        return instance;
    }

    /**
     * Ends the dependents that were made for the copy of this request: nobody could later. An error page, or what goes on in another thread, has new ones
     * injected.
     */
    private void letGo() {
        if (type != null) {
            type = null;
            try {
                injection.clear();
            } finally {
                context.release();
            }
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        @SuppressWarnings("unchecked") // the name stands for the same bean as when it was stored
        StoredBeanType<T> current =
                type == null ? (StoredBeanType<T>) SessionBeans.current().byName(event.getName()) : type;
        if (current != null) {
            current.bean().destroy(instance(current), context);
            type = null;
        }
    }
}
