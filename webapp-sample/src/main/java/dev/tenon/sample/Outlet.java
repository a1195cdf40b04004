package dev.tenon.sample;

import dev.tenon.realtime.Namespace;

/** The ways out of the desk. Nobody waits in them for a client, or for another server. */
interface Outlet {
    /** Tells everybody in the room, whatever server they are connected to. */
    void tell(Notice notice);

    /** Tells who of the room is connected to this server: what each server knows and tells its own. */
    void tellHere(Notice notice);

    /** Tells the desks of the other servers. */
    void tellServers(String event, Object... args);

    /** Returns the one that leads to the clients of the namespace. */
    static Outlet of(Namespace namespace) {
        return new Outlet() {
            @Override
            public void tell(Notice notice) {
                namespace.to(notice.room()).emit(notice.event(), notice.args().toArray());
            }

            @Override
            public void tellHere(Notice notice) {
                namespace
                        .local()
                        .to(notice.room())
                        .emit(notice.event(), notice.args().toArray());
            }

            @Override
            public void tellServers(String event, Object... args) {
                namespace.serverSideEmit(event, args);
            }
        };
    }
}
