package dev.tenon.validation.bean;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.kernel.BeanLookup;
import dev.tenon.validation.message.Catalogue;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.spi.InitialContextFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who validates: the bean container's provider, else the one in JNDI, else one of its own; nobody before it must. */
class ProviderTest {
    private static ValidatorFactory factory;

    @BeforeAll
    static void start() {
        factory = Validation.buildDefaultValidatorFactory();
    }

    @AfterAll
    static void stop() {
        factory.close();
    }

    @AfterEach
    void forgetNames() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }

    @Test
    void bean_comesFirst_andIsNotClosed() {
        Asked beans = new Asked(factory);
        try (Provider provider = new Provider(beans)) {
            provider.validator();
            provider.validator();
        }
        assertEquals(1, beans.count);
        assertTrue(factory.getValidator().validate("open").isEmpty());
    }

    @Test
    void name_comesSecond() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
        try (Provider provider = new Provider(BeanLookup.NONE)) {
            assertSame(Names.VALIDATOR, provider.validator());
        }
    }

    @Test
    void ownProvider_comesLast() {
        try (Provider provider = new Provider(BeanLookup.NONE)) {
            assertEquals(
                    1,
                    provider.validator()
                            .validateValue(Sheet.Line.class, "qty", 0)
                            .size());
        }
    }

    @Test
    void record_withoutConstraints_startsNobody() {
        Asked beans = new Asked(factory);
        try (Provider provider = new Provider(beans)) {
            ProviderRules rules = new ProviderRules(provider);
            assertEquals(List.of(), rules.check(new Plain("x", List.of()), Catalogue.of(List.of()), 100));
            assertEquals(0, beans.count);
            rules.check(new Sheet.Line(0, ""), Catalogue.of(List.of()), 100);
            assertEquals(1, beans.count);
        }
    }

    /** Nothing to judge. */
    record Plain(String text, List<String> more) {}

    /** A bean container that counts. */
    private static final class Asked implements BeanLookup {
        private final ValidatorFactory bean;
        private int count;

        Asked(ValidatorFactory bean) {
            this.bean = bean;
        }

        @Override
        public <T> Optional<T> find(Class<T> type) {
            count++;
            return Optional.of(type.cast(bean));
        }
    }

    /** Names as a server has them. */
    public static final class Names implements InitialContextFactory {
        private static final Validator VALIDATOR = factory.getValidator();
        private static final ValidatorFactory FACTORY =
                proxy(ValidatorFactory.class, (proxy, method, args) -> VALIDATOR);

        private static <T> T proxy(Class<T> type, InvocationHandler handler) {
            return type.cast(Proxy.newProxyInstance(Names.class.getClassLoader(), new Class<?>[] {type}, handler));
        }

        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) {
            return proxy(
                    Context.class,
                    (proxy, method, args) ->
                            "java:comp/ValidatorFactory".equals(args == null ? null : args[0]) ? FACTORY : null);
        }
    }
}
