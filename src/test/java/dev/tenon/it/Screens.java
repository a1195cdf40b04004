package dev.tenon.it;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Locale;

/** Pictures of pages, to be looked at, in {@code target/screenshots}. */
final class Screens {
    private final Path folder;

    Screens(String server) {
        folder = Build.target("screenshots").resolve(server.replace(' ', '-'));
    }

    /** Takes the page as every device shows it. */
    void take(Page page, String name) {
        for (Size size : Size.values()) {
            take(page, name, size);
        }
    }

    /** Takes the page as a device shows it, whose size the page keeps. */
    void take(Page page, String name, Size size) {
        page.setViewportSize(size.width, size.height);
        String file = name + "-" + size.name().toLowerCase(Locale.ROOT) + ".png";
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(file)));
    }

    /** What people have in front of them. */
    enum Size {
        PHONE(360, 740),
        DESKTOP(1280, 800);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }
    }
}
