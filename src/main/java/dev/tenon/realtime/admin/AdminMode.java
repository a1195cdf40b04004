package dev.tenon.realtime.admin;

/** How much the admin page is shown. */
public enum AdminMode {
    /** Every namespace, client, socket, room and event, as they come and go. */
    DEVELOPMENT,

    /** How many there are, and how much goes to and fro; nothing of single sockets. It costs next to nothing. */
    PRODUCTION
}
