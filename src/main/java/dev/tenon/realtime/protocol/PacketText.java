package dev.tenon.realtime.protocol;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;

/** Reads the text of one packet from left to right: type, number of attachments, namespace, id, data. */
final class PacketText {
    static final int MAX_ATTACHMENTS = 10;
    private static final int MAX_DIGITS = 15; // what JavaScript can count without a gap

    private final String text;
    private int position;
    private boolean binary;
    private int attachments;

    PacketText(String text) {
        this.text = text;
    }

    boolean binary() {
        return binary;
    }

    int attachments() {
        return attachments;
    }

    Packet read() {
        if (text.isEmpty()) {
            throw new PacketException("an empty packet");
        }
        char digit = text.charAt(position++);
        PacketType type = PacketType.of(digit);
        binary = PacketType.isBinary(digit);
        if (binary) {
            attachments = readAttachments();
        }
        String namespace = readNamespace();
        long id = readId();
        return new Packet(type, namespace, readData(), id);
    }

    private int readAttachments() {
        long count = readNumber();
        if (count < 0 || position == text.length() || text.charAt(position++) != '-') {
            throw new PacketException("the number of attachments is missing");
        }
        if (count > MAX_ATTACHMENTS) {
            throw new PacketException(count + " attachments are more than " + MAX_ATTACHMENTS);
        }
        return (int) count;
    }

    private String readNamespace() {
        if (position == text.length() || text.charAt(position) != '/') {
            return "/";
        }
        int comma = text.indexOf(',', position);
        int end = comma < 0 ? text.length() : comma;
        String namespace = text.substring(position, end);
        position = Math.min(end + 1, text.length());
        return namespace;
    }

    private long readId() {
        long number = readNumber();
        return number < 0 ? Packet.NO_ID : number;
    }

    /** Returns the number that stands here, or -1 if none does. */
    private long readNumber() {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        if (position - start > MAX_DIGITS) {
            throw new PacketException("a number of " + (position - start) + " digits");
        }
        return position == start ? -1 : Long.parseLong(text, start, position, 10);
    }

    private Object readData() {
        if (position == text.length()) {
            return null;
        }
        Object data = parse(text.substring(position));
        if (data == null) {
            throw new PacketException("null where data may be left out");
        }
        return data;
    }

    private static Object parse(String json) {
        try {
            return Json.parse(json);
        } catch (JsonException e) {
            throw new PacketException("the data is " + e.getMessage(), e);
        }
    }
}
