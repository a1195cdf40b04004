package dev.tenon.sample;

import dev.tenon.realtime.Socket;

/** What the page of a customer sends. */
final class CustomerEvents {
    private final CustomerDesk desk;

    CustomerEvents(CustomerDesk desk) {
        this.desk = desk;
    }

    void connected(String customer, Socket socket) {
        socket.join(Notice.customerRoom(customer));
        socket.on(
                "message",
                String.class,
                String.class,
                (key, text, ack) -> ack.send(desk.write(customer, Draft.ofCustomer(key, text))));
        socket.on("mark", Mark.class, (mark, ack) -> {
            desk.mark(customer, mark);
            ack.send();
        });
        socket.on("typing", event -> desk.typing(customer));
        socket.on("before", Integer.class, (seq, ack) -> ack.send(desk.before(customer, seq)));
        try {
            desk.came(customer, socket.id());
        } finally { // or whoever came while the database failed would be here for ever
            socket.onDisconnect(reason -> desk.left(customer, socket.id()));
        }
    }
}
