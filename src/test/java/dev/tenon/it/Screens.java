package dev.tenon.it;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages, to be looked at, in {@code target/screenshots}. */
final class Screens {
    private final Path folder;

    Screens(String server) {
        folder = Build.target("screenshots").resolve(server.replace(' ', '-'));
    }

    /** Takes the page as a desktop and as a phone show it; the page is a desktop's afterwards. */
    void take(Page page, String name) {
        take(page, name + "-phone", 360, 740);
        take(page, name + "-desktop", 1280, 800);
    }

    private void take(Page page, String name, int width, int height) {
        page.setViewportSize(width, height);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + ".png")));
    }
}
