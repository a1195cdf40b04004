package dev.tenon.cdi;

import dev.tenon.kernel.BeanLookup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
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
        try {
            Instance<T> found = CDI.current().select(type);
            return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
        } catch (IllegalStateException noContainer) {
            return Optional.empty();
        }
    }
}
