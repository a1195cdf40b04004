package dev.tenon.sample;

import jakarta.servlet.ServletContext;

/** The desk with its sides, as servlets find it. Thread-safe. */
final class DeskRooms {
    private final Desk desk;
    private final CustomerDesk customers;
    private final AgentDesk agents;
    private final ServerDesk servers;

    DeskRooms(Desk desk) {
        this.desk = desk;
        this.customers = new CustomerDesk(desk);
        this.agents = new AgentDesk(desk, customers);
        this.servers = new ServerDesk(desk, customers, agents);
    }

    /** Returns the desk of this web application. */
    static DeskRooms of(ServletContext context) {
        return (DeskRooms) context.getAttribute(DeskRooms.class.getName());
    }

    void publish(ServletContext context) {
        context.setAttribute(DeskRooms.class.getName(), this);
    }

    Desk desk() {
        return desk;
    }

    CustomerDesk customers() {
        return customers;
    }

    AgentDesk agents() {
        return agents;
    }

    ServerDesk servers() {
        return servers;
    }
}
