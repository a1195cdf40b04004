package dev.tenon.it;

import org.junit.jupiter.api.Assumptions;

/** The tests of {@code dev.tenon.it.inside}, run inside the server beside the packaged jar; each class is deployed once. */
final class InsideRows extends Rows {
    InsideRows() {
        InsideRun servlets = new InsideRun("dev.tenon.it.inside.ServletsInsideIT");
        servlets.tests().forEach(test -> row("inside " + test, server -> servlets.check(server, test)));
        InsideRun beans = new InsideRun("dev.tenon.it.inside.BeansInsideIT");
        beans.tests()
                .forEach(test -> row("inside CDI " + test, server -> {
                    Assumptions.assumeTrue(server.hasCdi(), server + " has no CDI of its own");
                    beans.check(server, test);
                }));
    }
}
