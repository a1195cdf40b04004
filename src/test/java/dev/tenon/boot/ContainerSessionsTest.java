package dev.tenon.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.kernel.web.SessionRef;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ContainerSessionsTest {
    private final ContainerSessions sessions = new ContainerSessions();
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final CountDownLatch bothFoundNone = new CountDownLatch(2);

    @Test
    @Timeout(10)
    void alias_isTheSameForRequestsAtTheSameTime() throws Exception {
        HttpSession session = session();
        ExecutorService requests = Executors.newFixedThreadPool(2);
        try {
            Future<String> one = requests.submit(() -> sessions.alias(session));
            Future<String> other = requests.submit(() -> sessions.alias(session));
            assertEquals(one.get(), other.get());
            assertEquals(attributes.get(SessionRef.ALIAS), one.get());
        } finally {
            requests.shutdownNow();
        }
    }

    /** Returns a session whose first two readers both find no alias before either of them goes on. */
    private HttpSession session() {
        return (HttpSession) Proxy.newProxyInstance(
                ContainerSessionsTest.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> read((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Object read(String name) throws InterruptedException {
        Object value = attributes.get(name);
        bothFoundNone.countDown();
        bothFoundNone.await(5, TimeUnit.SECONDS);
        return value;
    }
}
