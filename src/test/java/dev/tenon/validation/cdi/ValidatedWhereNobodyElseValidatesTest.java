package dev.tenon.validation.cdi;

import static org.junit.jupiter.api.Assertions.assertNull;

import jakarta.enterprise.inject.spi.Extension;
import java.util.List;
import org.junit.jupiter.api.Test;

/** As on Tomcat with Weld and a provider, but without the provider's CDI part. */
class ValidatedWhereNobodyElseValidatesTest extends ValidatedContract {
    @Override
    List<Extension> extensionsOfTheProvider() {
        return List.of();
    }

    @Test
    void unmarkedMethod_isLeftAlone() {
        assertNull(bean(Desk.Shelf.class).put(null));
    }
}
