package dev.tenon.cdi;

import dev.tenon.kernel.BeanLookup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Objects;
import java.util.Optional;

/** Finds beans through {@link CDI#current()}. */
public final class CdiLookup implements BeanLookup {
    @Override
    public boolean hasContainer() {
        try {
            CDI.current();
            return true;
        } catch (IllegalStateException noContainer) {
            return false; // the API is on the class path, but this application has no container
        }
    }

    @Override
    public <T> Optional<T> find(Class<T> type) {
        return resolvable(type).map(found -> Objects.requireNonNull(found.get(), () -> "no " + type + " was produced"));
    }

    private static <T> Optional<Instance<T>> resolvable(Class<T> type) {
        try {
            return Optional.of(CDI.current().select(type)).filter(Instance::isResolvable);
        } catch (IllegalStateException noContainer) {
            return Optional.empty();
        }
    }
}
