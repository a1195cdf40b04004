package dev.tenon.kernel;

import java.util.Optional;

/** Finds an object of the application's bean container, where there is one. Thread-safe. */
public interface BeanLookup {
    /** Where no bean container is: finds nothing. */
    BeanLookup NONE = new BeanLookup() {
        @Override
        public <T> Optional<T> find(Class<T> type) {
            return Optional.empty();
        }
    };

    /** Returns whether the application has a container; false unless overridden. */
    default boolean hasContainer() {
        return false;
    }

    /**
     * Returns the one bean of this type, or empty when there is none or no container. What a bean's constructor or producer throws is thrown: the
     * application has such a bean, and takes nothing else for it.
     */
    <T> Optional<T> find(Class<T> type);
}
