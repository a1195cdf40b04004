package dev.tenon.sample;

/**
 * What a message says about its file.
 *
 * @param type a media type that a browser may show, or {@code application/octet-stream}
 * @param size in bytes
 */
record Attachment(String name, String type, long size) {}
