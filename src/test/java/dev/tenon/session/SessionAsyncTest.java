package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.web.TomcatApp;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SessionAsyncTest {
    @TempDir
    private static Path docBase;

    private static final CountDownLatch RELEASED = new CountDownLatch(1);

    private static TomcatApp app;

    @BeforeAll
    static void start() throws Exception {
        app = Pages.on(TomcatApp.at("/shop", docBase)).param("tenon.session.store", "memory");
        app.servlet("/complete", new Page((request, response) -> {
            AsyncContext context = request.startAsync();
            context.start(() -> {
                session(context).setAttribute("a", "from another thread");
                context.complete();
            });
        }));
        app.servlet("/dispatch", new Page((request, response) -> {
            AsyncContext context = request.startAsync();
            context.start(() -> {
                session(context).setAttribute("a", "before the dispatch");
                context.dispatch("/get?a");
            });
        }));
        app.servlet("/timeout", new Page((request, response) -> {
            AsyncContext context = request.startAsync();
            context.setTimeout(1);
            session(context).setAttribute("a", "in time");
        }));
        app.servlet("/wait", new Page((request, response) -> {
            request.getSession().setAttribute("a", "before");
            AsyncContext context = request.startAsync();
            context.start(() -> {
                await(RELEASED);
                context.complete();
            });
            response.flushBuffer();
        }));
        app.start();
    }

    private static HttpSession session(AsyncContext context) {
        return ((HttpServletRequest) context.getRequest()).getSession();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll
    static void stop() throws Exception {
        RELEASED.countDown();
        app.close();
    }

    @Test
    void complete_savesBeforeTheAnswerEnds() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/complete");
        assertEquals("from another thread", visitor.body("/get?a"));
    }

    @Test
    void dispatch_seesTheSameSession() throws Exception {
        Visitor visitor = new Visitor(app);
        assertEquals("before the dispatch", visitor.body("/dispatch"));
        assertEquals("before the dispatch", visitor.body("/get?a"));
    }

    @Test
    void timeout_savesAllTheSame() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?a=0");
        assertEquals(500, visitor.get("/timeout").statusCode());
        assertEquals("in time", visitor.body("/get?a"));
    }

    @Test
    void whatCameBeforeAsyncWork_isThereForOthersMeanwhile() throws Exception {
        Visitor visitor = new Visitor(app);
        visitor.body("/set?a=0");
        CompletableFuture<HttpResponse<String>> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return visitor.get("/wait");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (!"before".equals(visitor.body("/get?a"))) {
            Thread.onSpinWait();
        }
        RELEASED.countDown();
        assertEquals(200, waiting.get().statusCode());
    }
}
