package dev.tenon.session;

import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.web.TomcatApp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** An application with the options of a test. */
final class KoaApp {
    private static Consumer<SessionOptions.Builder> options;
    private static SessionStore store;

    private KoaApp() {}

    /** The application's configurer. */
    public static final class Koa implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.session(builder -> options.accept(builder)).sessionStore(store);
        }
    }

    static TomcatApp with(Path docBase, Consumer<SessionOptions.Builder> change) throws Exception {
        return with(docBase, change, new MemorySessionStore());
    }

    static TomcatApp with(Path docBase, Consumer<SessionOptions.Builder> change, SessionStore own) throws Exception {
        options = change;
        store = own;
        TomcatApp app = Pages.on(TomcatApp.at("/shop", docBase));
        app.servlet("/month", new Page((request, response) -> {
            StoredSession session = StoredSession.of(request.getSession());
            session.maxAge(Duration.ofDays(30));
            response.getWriter().print(session.maxAge().orElseThrow().toDays());
        }));
        app.servlet("/save", new Page((request, response) -> StoredSession.of(request.getSession())
                .save()));
        app.servlet("/regenerate", new Page((request, response) -> response.getWriter()
                .print(StoredSession.of(request.getSession()).regenerate())));
        app.servlet("/commit", new Page((request, response) -> {
            request.getSession().setAttribute("a", request.getQueryString());
            StoredSession.of(request.getSession()).manuallyCommit();
        }));
        app.servlet("/own", new Page((request, response) -> {
            response.addHeader("Set-Cookie", "tenon.sid=of-the-application; Path=/shop");
            request.getSession().setAttribute("a", "1");
        }));
        app.servlet("/encode", new Page((request, response) -> {
            request.getSession();
            response.getWriter()
                    .print(response.encodeURL("get?a=1#top") + " " + response.encodeURL("/other/a") + " "
                            + response.encodeURL("https://example.org/"));
        }));
        return app.start(Koa.class);
    }
}
