package dev.tenon.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.tenon.kernel.Settings;
import dev.tenon.kernel.Timer;
import dev.tenon.kernel.web.SessionAccess;
import dev.tenon.kernel.web.WebApp;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that has no key of uploads, and takes some all the same. */
class UnclaimedSweepTest {
    private static final String HALF = "2".repeat(32) + ".part";
    private static final String WHOLE = "3".repeat(32);

    @TempDir
    private Path temporary;

    private final Map<String, Object> attributes = new HashMap<>();
    private final BlockingQueue<Runnable> alarms = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> ends = new ArrayList<>();
    private Path uploads;

    @BeforeEach
    void start() throws Exception {
        attributes.put(ServletContext.TEMPDIR, new File(temporary.toString()));
        new UploadFeature(Optional.empty(), Optional.empty()).start(app());
        uploads = Files.createDirectories(temporary.resolve("tenon-upload"));
        for (String name : List.of(HALF, WHOLE)) {
            Files.setLastModifiedTime(
                    Files.createFile(uploads.resolve(name)),
                    FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable end : ends) {
            end.close();
        }
    }

    @Test
    void applicationThatUploadsNothing_hasNothingThatWakes() {
        assertEquals(0, alarms.size());
    }

    @Test
    void halfWrittenFile_ofAnApplicationWithoutAnyKey_isRemoved() throws Exception {
        UnclaimedSweep.begin(context());
        UnclaimedSweep.begin(context());
        assertEquals(1, alarms.size());
        alarms.remove().run();
        assertNotNull(alarms.poll(10, TimeUnit.SECONDS), "set again when the work is done");
        assertEquals(List.of(WHOLE), Folders.names(uploads));
    }

    private WebApp app() {
        Timer timer = as(Timer.class, (proxy, method, arguments) -> {
            alarms.add((Runnable) arguments[1]);
            Timer.Cancellable nothing = () -> {};
            return nothing;
        });
        SessionAccess sessions = as(SessionAccess.class, (proxy, method, arguments) -> {
            Runnable nothing = () -> {};
            return method.getReturnType() == Runnable.class ? nothing : (AutoCloseable) nothing::run;
        });
        return as(WebApp.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "servletContext" -> context();
            case "settings" -> Settings.resolve(UploadSettings.ALL, List.of());
            case "timer" -> timer;
            case "sessions" -> sessions;
            case "publish" -> attributes.put(((Class<?>) arguments[0]).getName(), arguments[1]);
            case "onStop" -> ends.add((AutoCloseable) arguments[0]);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private ServletContext context() {
        return as(ServletContext.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "getContextPath" -> "/shop";
            case "getClassLoader" -> getClass().getClassLoader();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
