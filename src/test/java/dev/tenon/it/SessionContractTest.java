package dev.tenon.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That every rule has its test. */
class SessionContractTest {
    @Test
    void everyRow_hasATest() {
        List<Integer> rows = Arrays.stream(SessionContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(SessionSite::row)
                .sorted()
                .toList();
        assertEquals(IntStream.rangeClosed(1, 58).boxed().toList(), rows);
    }
}
