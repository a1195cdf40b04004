package dev.tenon.upload.resumable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The duties of a server by tus 1.0.0, each shown by a test. The core: 1 HEAD says offset, length and no-store; 2 of an unknown upload it says no
 * offset; 3 every answer but that to OPTIONS names the version; 4 another version gets 412; 5 OPTIONS tell versions, extensions and the largest size;
 * 6 a PATCH of another type gets 415; 7 at another offset 409; 8 else 204 and the new offset; 9 of an unknown upload 404; 10 more than was announced is
 * refused; 11 what came before a connection broke is kept; 12 one that stalls is closed; 13 a header may replace the method; 14 an offset that is none
 * gets 400.
 *
 * <p>Creation: 15 gets 201 and a location; 16 too long 413; 17 nothing is complete at once; 18 metadata are checked and told; 19 a length and a
 * deferred one exclude each other; 20 a deferred length is told; 21 and set once; 22 the creation may have a body. 23 the expiry is told; 24 then the upload
 * is gone. Checksum: 25 its algorithms are told; 26 one that differs gets 460; 27 one unknown 400; 28 it may follow the body. 29 DELETE leaves nothing.
 *
 * <p>Concatenation: 30 in order, of parts that serve again; 31 which nobody changes; 32 told as it was sent; 33 without a length; 34 of one's own parts; 35
 * that are finished. 36 Pages of other origins may read the headers. 37 Of two at one offset, one succeeds. 38 After a crash the offset is no more than
 * what is stored.
 */
class TusChecklistTest {
    private static final int ROWS = 38;

    @Test
    void everyRow_hasATest() {
        Set<Integer> shown = Stream.of(
                        TusTest.class,
                        TusCreationTest.class,
                        TusChecksumTest.class,
                        TusConcatenationTest.class,
                        TusOwnershipTest.class,
                        TusWritersTest.class,
                        TusTimeoutTest.class)
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .map(TusChecklistTest::row)
                .filter(Objects::nonNull)
                .flatMapToInt(row -> Arrays.stream(row.value()))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(IntStream.rangeClosed(1, ROWS).boxed().collect(Collectors.toSet()), shown);
    }

    private static Row row(Method method) {
        return method.getAnnotation(Row.class);
    }
}
