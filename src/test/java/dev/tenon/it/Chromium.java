package dev.tenon.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of the machine. Each page that it opens is somebody else's: it shares no cookie with another. Not thread-safe. */
final class Chromium implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 20_000;

    private final List<String> errors = new ArrayList<>();
    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path executable = find();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private static Path find() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: apt install chromium"));
    }

    /** Opens the address in a browser without cookies. */
    Page open(String address) {
        return open(address, new Browser.NewContextOptions());
    }

    /**
     * Opens the address in a browser without cookies.
     *
     * @param options say what browser it is: its language, its colours, its size
     */
    Page open(String address, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onPage(page -> page.onPageError(errors::add));
        return tab(context, address);
    }

    /** Opens the address in one more tab of the same browser. */
    Page tab(BrowserContext context, String address) {
        Page page = context.newPage();
        page.navigate(address);
        return page;
    }

    /** Ends everybody's visit. */
    void closePages() {
        browser.contexts().forEach(BrowserContext::close);
    }

    /** Returns what scripts threw and nobody caught, on any page so far. */
    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
