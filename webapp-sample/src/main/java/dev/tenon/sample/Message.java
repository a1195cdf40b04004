package dev.tenon.sample;

/**
 * What one side has written, as it is stored and as the pages get it.
 *
 * @param seq its place in the conversation, from 1
 * @param key made by the sender's page: what is sent twice is one message
 * @param from who wrote it; only the server says so
 * @param by the name of the agent; null for a customer
 * @param text empty where a file says it all
 * @param at milliseconds since 1970
 * @param file null for none
 */
record Message(int seq, String key, Side from, String by, String text, long at, Attachment file) {}
