package dev.tenon.validation.cdi;

import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.enterprise.inject.spi.Extension;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.hibernate.validator.cdi.ValidationExtension;
import org.junit.jupiter.api.Test;

/** As on Payara, GlassFish, WildFly and Liberty: the provider has its own interceptor. */
class ValidatedWhereTheContainerValidatesTest extends ValidatedContract {
    @Override
    List<Extension> extensionsOfTheProvider() {
        return List.of(new ValidationExtension());
    }

    @Test
    void unmarkedMethod_isTheContainersBusiness() {
        assertThrows(
                ConstraintViolationException.class, () -> bean(Desk.Shelf.class).put(null));
    }

    @Test
    void callInsideTheMethod_isNotTheClientsFault() {
        assertThrows(ConstraintViolationException.class, () -> bean(Desk.class).call("x"));
    }
}
