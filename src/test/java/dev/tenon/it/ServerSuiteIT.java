package dev.tenon.it;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The one suite over the wire, run on each server that {@code -Dserver} names, one after the other; the sample is the same file on all. A
 * server that cannot be had fails by its name.
 */
class ServerSuiteIT {
    @TestFactory
    Stream<DynamicContainer> everyServer() {
        return Servers.chosen().stream().map(Subject::new).map(ServerSuiteIT::suite);
    }

    private static DynamicContainer suite(Subject subject) {
        Stream<Rows> topics = Stream.of(
                new ValidationRows(),
                new FallbackRows(),
                new UploadRows(),
                new UploadWays(),
                new SessionRows(),
                new RealtimeRows(),
                new InsideRows(),
                new ServerRows(),
                new RedeployRows(),
                new RestartRows(subject));
        Stream<DynamicTest> start = Stream.of(dynamicTest(subject + ": start", subject::start));
        Stream<DynamicTest> rows = topics.flatMap(topic -> rows(subject, topic));
        Stream<DynamicTest> stop = Stream.of(dynamicTest(subject + ": stop", subject::close));
        return dynamicContainer(
                subject.toString(), List.of(start, rows, stop).stream().flatMap(tests -> tests));
    }

    private static Stream<DynamicTest> rows(Subject subject, Rows topic) {
        return topic.all().entrySet().stream()
                .map(row -> dynamicTest(subject + ": " + row.getKey(), () -> {
                    Assumptions.assumeTrue(subject.isUp(), "it did not start");
                    String lack = subject.server().lacks().get(row.getKey());
                    Assumptions.assumeTrue(lack == null, () -> subject + ": " + lack);
                    row.getValue().check(subject.server());
                }));
    }
}
