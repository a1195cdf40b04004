package dev.tenon.fallback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReferenceRulesTest {
    private final ReferenceTable table;

    ReferenceRulesTest() throws IOException {
        table = ReferenceTable.read();
    }

    @TestFactory
    Stream<DynamicTest> decisions_areThoseOfTheReference() {
        Map<String, List<ReferenceTable.Row>> bySetup =
                table.rows().collect(Collectors.groupingBy(row -> row.mode() + ", " + row.options()));
        return bySetup.entrySet().stream()
                .map(setup -> DynamicTest.dynamicTest(setup.getKey(), () -> check(setup.getValue())));
    }

    private void check(List<ReferenceTable.Row> rows) {
        FallbackRules rules =
                FallbackRules.of(table.options(rows.get(0).mode(), rows.get(0).options()));
        for (ReferenceTable.Row row : rows) {
            Decision decision =
                    rules.decide(Ask.get(row.url()).method(row.method()).accept(row.accept()));
            String target = decision.target() == null ? "" : decision.target();
            assertEquals(row.target(), target, row::toString);
        }
    }

    @Test
    void table_hasThousandsOfRows() {
        assertTrue(table.rows().count() > 5_000);
    }

    @Test
    void whatAServletAnswers_isNotTheReferencesBusiness() {
        FallbackRules rules = FallbackRules.of(table.options("compat", "none"));
        assertEquals(
                Decision.Outcome.PASS,
                rules.decide(Ask.get("/api/orders").whereTaken()).outcome());
        assertEquals(
                Decision.Outcome.PASS,
                rules.decide(Ask.get("/agent").upgrading()).outcome());
    }

    @Test
    void logger_isToldInTheWordsOfTheReference() {
        FallbackRules rules = FallbackRules.of(table.options("compat", "none"));
        Ask page = Ask.get("/agent");
        assertEquals("Rewriting GET /agent to /index.html", rules.decide(page).line(page));
        Ask dot = Ask.get("/a.b");
        assertEquals(
                "Not rewriting GET /a.b because the path includes a dot (.) character.",
                rules.decide(dot).line(dot));
    }
}
