package dev.tenon.realtime.cdi;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import dev.tenon.realtime.Ack;
import dev.tenon.realtime.Args;
import dev.tenon.realtime.Socket;
import dev.tenon.validation.Check;
import dev.tenon.validation.cdi.Validated;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** Beans that handle events. */
final class ChatBeans {
    private ChatBeans() {}

    record Order(String item, int count) {}

    @ApplicationScoped
    static class Chat {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

        @Inject
        private Visit visit;

        BlockingQueue<String> heard() {
            return heard;
        }

        @OnEvent("connection")
        void connected(Socket socket) {
            socket.emit("welcome", socket.id());
        }

        @OnEvent("disconnecting")
        void leaves(String reason, Socket socket) {
            heard.add("leaves " + socket.rooms().size() + " room: " + reason);
        }

        @OnEvent("disconnect")
        void left(String reason) {
            heard.add("left: " + reason);
        }

        @OnEvent("order")
        String order(Socket socket, Order order, List<Integer> numbers) {
            return order.count() + " " + order.item() + " "
                    + numbers.get(0).getClass().getSimpleName();
        }

        @OnEvent("later")
        CompletionStage<String> later(String text) {
            return CompletableFuture.supplyAsync(() -> text + ", later");
        }

        @OnEvent("checkLater")
        CompletionStage<String> checkLater(String name) {
            return CompletableFuture.supplyAsync(() -> {
                Check check = Check.of(Map.of("name", name));
                return check.body("name").isLength(3, 9).val(String.class);
            });
        }

        @OnEvent("all")
        void all(Ack ack, Args args, String first) {
            ack.send(args.size(), first);
        }

        @OnEvent("visit")
        int visit() {
            return visit.count() + visit.count();
        }

        @OnEvent("tell")
        void tell(String text) {
            heard.add(text);
        }

        @OnEvent("refuse")
        void refuse(Socket socket) {
            socket.onError((error, args) -> args.ack("refused: " + error.getMessage()));
            throw new TenonException(HttpProblem.of(409, "no", "no"), null);
        }

        @Validated
        @OnEvent("nick")
        String nick(Socket socket, @Size(min = 3) String name) {
            return name;
        }

        @OnEvent(value = "note", namespace = "/desk")
        String note(Socket socket) {
            return socket.namespace().name();
        }
    }

    /** One for each event. */
    @RequestScoped
    static class Visit {
        private int count;

        int count() {
            return ++count;
        }
    }

    /** One for the application. */
    @Dependent
    static class Counter {
        static final BlockingQueue<String> ENDS = new LinkedBlockingQueue<>();
        private int count;

        @OnEvent("count")
        int count() {
            return ++count;
        }

        @PreDestroy
        void end() {
            ENDS.add("ended");
        }
    }

    @ApplicationScoped
    static class Private {
        @OnEvent("x")
        @SuppressWarnings("UnusedMethod") // a wrong one
        private void x() {}
    }

    @ApplicationScoped
    static class Twice {
        @OnEvent("x")
        String x(Ack ack) {
            return "";
        }
    }

    @ApplicationScoped
    static class Answering {
        @OnEvent("disconnect")
        void x(int reason) {}
    }
}
