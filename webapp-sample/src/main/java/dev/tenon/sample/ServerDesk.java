package dev.tenon.sample;

/** What other servers say of who is there, and what that changes for the people of this one. Thread-safe. */
final class ServerDesk {
    private final Desk desk;
    private final CustomerDesk customers;
    private final AgentDesk agents;

    ServerDesk(Desk desk, CustomerDesk customers, AgentDesk agents) {
        this.desk = desk;
        this.customers = customers;
        this.agents = agents;
    }

    /** Another server says where a person is. */
    void hear(String server, Side side, String person, Whereabouts where) {
        boolean changed = desk.others().hear(server, side, person, where);
        if (changed && side == Side.agent) {
            agents.presenceChanged();
        } else if (changed) {
            customers.presenceChanged(person);
        }
        if (side == Side.agent && where == Whereabouts.home) {
            agents.wentHome(person);
        }
    }

    /** Another server says who is there. */
    void hear(String server, Roll roll) {
        tell(desk.others().hear(server, roll));
    }

    /** Forgets who was at servers that are gone. */
    void forgetSilent() {
        desk.others().forget().forEach(this::tell);
    }

    private void tell(OtherServers.Changes changes) {
        if (!changes.agents().isEmpty()) {
            agents.presenceChanged();
        }
        changes.customers().forEach(customers::presenceChanged);
    }
}
