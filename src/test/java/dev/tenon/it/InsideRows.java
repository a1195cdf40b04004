package dev.tenon.it;

/** The tests of {@code dev.tenon.it.inside}, run inside the server beside the packaged jar; each class is deployed once. */
final class InsideRows extends Rows {
    InsideRows() {
        InsideRun servlets = new InsideRun("dev.tenon.it.inside.ServletsInsideIT");
        servlets.tests().forEach(test -> row("inside " + test, server -> servlets.check(server, test)));
        InsideRun beans = new InsideRun("dev.tenon.it.inside.BeansInsideIT");
        beans.tests()
                .forEach(test -> row("inside CDI " + test, server -> {
                    server.assumeCdi();
                    beans.check(server, test);
                }));
    }
}
