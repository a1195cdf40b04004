package dev.tenon.sample;

/**
 * How far one side has come in a conversation.
 *
 * @param delivered up to which message a page of that side has them
 * @param read up to which message somebody has seen them
 */
record Mark(int delivered, int read) {}
