package dev.tenon.validation;

import dev.tenon.validation.message.Catalogue;
import java.util.List;

/** Judges objects by the constraints that they carry. Not for applications to call. Thread-safe. */
public interface BeanRules {
    /** Where no provider can be: no constraint can be seen either. */
    BeanRules NONE = new BeanRules() {
        @Override
        public List<Violation> check(Object bean, Catalogue catalogue, int max) {
            return List.of();
        }

        @Override
        public List<Violation> check(Class<?> type, String property, Object value, Catalogue catalogue, int max) {
            return List.of();
        }
    };

    /** Returns what the object breaks, in the order of declaration, and no more of it than {@code max}. */
    List<Violation> check(Object bean, Catalogue catalogue, int max);

    /** Returns what the value would break as this property of the type; no more of it than {@code max}. */
    List<Violation> check(Class<?> type, String property, Object value, Catalogue catalogue, int max);
}
