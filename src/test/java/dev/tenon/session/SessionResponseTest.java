package dev.tenon.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tenon.kernel.web.TrustedProxies;
import dev.tenon.web.Requests;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionResponseTest {
    private final List<String> calls = new ArrayList<>();

    /** Jetty commits with the last byte of the announced length. */
    @Test
    void lengthInAHeader_isHeard() throws Exception {
        SessionExchange exchange = new SessionExchange(
                new SessionsOfATest().sessions, cookie(), Requests.from("127.0.0.1", Map.of()), container());
        SessionResponse response = new SessionResponse(container(), exchange);
        exchange.session(true);
        response.setHeader("content-length", "2");
        response.getOutputStream().write(new byte[2]);
        assertEquals(List.of("setHeader content-length", "addHeader Set-Cookie", "written"), calls);
    }

    private static SessionTransport cookie() {
        SessionOptions options = SessionOptions.builder().build();
        return new TransportChoice(
                        SessionsOfATest.context(), options, TrustedProxies.parse(""), new SessionIds(options))
                .get();
    }

    private HttpServletResponse container() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isCommitted" -> false;
                    case "getBufferSize" -> 8192;
                    case "getHeaders" -> List.of();
                    case "getOutputStream" -> new Output();
                    default -> {
                        calls.add(method.getName() + " " + arguments[0]);
                        yield null;
                    }
                });
    }

    private final class Output extends ServletOutputStream {
        @Override
        public void write(int b) {
            throw new AssertionError("one by one");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            calls.add("written");
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new AssertionError("never called");
        }
    }
}
