package dev.tenon.it;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** One run of a test class inside the server, when the first of its tests is asked for. Not thread-safe. */
final class InsideRun implements TestExecutionListener {
    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .build());
    private final LauncherDiscoveryRequest request;
    private final Map<String, TestExecutionResult> results = new HashMap<>();
    private Optional<Throwable> accident = Optional.empty();
    private boolean ran;

    InsideRun(String testClass) {
        request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(testClass))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
    }

    /** Returns the names of the tests. */
    List<String> tests() {
        TestPlan plan = launcher.discover(request);
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .filter(TestIdentifier::isTest)
                .map(InsideRun::name)
                .toList();
    }

    private static String name(TestIdentifier test) {
        return test.getDisplayName().replace("()", "");
    }

    /** Fails unless the test passed inside the server. */
    void check(Server server, String test) {
        if (!ran) {
            ran = true;
            RunningServer.use(server);
            launcher.execute(request, this);
        }
        accident.ifPresent(InsideRun::fail);
        TestExecutionResult result = results.get(test);
        if (result == null) {
            throw new AssertionError("it did not run");
        }
        result.getThrowable().ifPresent(InsideRun::fail);
    }

    private static void fail(Throwable inside) {
        throw new AssertionError("inside the server: " + inside, inside);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            results.put(name(test), result);
        } else if (accident.isEmpty()) {
            accident = result.getThrowable();
        }
    }
}
