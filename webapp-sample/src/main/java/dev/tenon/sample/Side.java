package dev.tenon.sample;

/** The two sides of a conversation. The names are what the database and the pages call them. */
enum Side {
    customer,
    agent
}
