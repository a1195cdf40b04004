package dev.tenon.realtime.adapter;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** What all namespaces of one application share to hear others. */
public interface ClusterLink {
    /** Begins, and waits a little until others are heard; goes on alone when they are not. */
    void start();

    /** Ends. */
    void close();

    /**
     * Makes a link for the first namespace, and ends it after the last. Thread-safe.
     *
     * @param <L> the kind of link
     */
    final class Shared<L extends ClusterLink> {
        private final Supplier<L> maker;
        private final Set<ClusterChannel> users = new HashSet<>();
        private L link;

        /** Sets what makes a link. */
        public Shared(Supplier<L> maker) {
            this.maker = maker;
        }

        /** Returns the link, which may not have begun yet. */
        public synchronized L link() {
            if (link == null) {
                link = maker.get();
            }
            return link;
        }

        /** Hears that a channel opens. */
        public void opened(ClusterChannel user) {
            L first = null;
            synchronized (this) {
                if (users.isEmpty()) {
                    first = link();
                }
                users.add(user);
            }
            if (first != null) {
                first.start();
            }
        }

        /** Hears that a channel closed; does nothing the second time. */
        public void closed(ClusterChannel user) {
            L last = null;
            synchronized (this) {
                if (users.remove(user) && users.isEmpty()) {
                    last = link;
                    link = null;
                }
            }
            if (last != null) {
                last.close();
            }
        }
    }
}
