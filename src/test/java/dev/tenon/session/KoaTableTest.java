package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That everything that the documentation of koa-session 7 names has a test here, whose name begins with it. */
class KoaTableTest {
    private static final Set<String> TESTED = Stream.of(KoaOptionsTest.class, KoaCookieOptionsTest.class)
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> method.getName().split("_", 2)[0])
            .collect(Collectors.toSet());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "key",
                "maxAge",
                "autoCommit",
                "overwrite",
                "httpOnly",
                "signed",
                "rolling",
                "renew",
                "secure",
                "sameSite",
                "partitioned",
                "path",
                "domain",
                "priority",
                "externalKey",
                "store",
                "genid",
                "prefix",
                "encode",
                "valid",
                "beforeSave"
            })
    void option_hasATest(String option) {
        assertTrue(TESTED.contains(option), option);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isNew", "maxAge", "externalKey", "save", "manuallyCommit", "regenerate", "null", "events"})
    void whatASessionCanDo_hasATest(String name) {
        assertTrue(TESTED.contains(name), name);
    }
}
