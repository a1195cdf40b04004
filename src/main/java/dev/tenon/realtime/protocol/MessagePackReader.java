package dev.tenon.realtime.protocol;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads one message. Nothing is made room for before its bytes are there, so a short message cannot ask for much memory. */
final class MessagePackReader {
    /** What JavaScript's {@code Date.toJSON} writes. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final int TIMESTAMP = -1;

    /** The extension in which {@code notepack.io} 2 writes what JavaScript has and MessagePack had not: "undefined", a date, an ArrayBuffer. */
    private static final int NOTEPACK = 0;

    private final ByteBuffer in;
    private final int maxDepth;
    private final Deque<Container> open = new ArrayDeque<>();

    MessagePackReader(byte[] bytes, int maxDepth) {
        this.in = ByteBuffer.wrap(bytes);
        this.maxDepth = maxDepth;
    }

    Object readAll() {
        try {
            Object value = read();
            if (in.hasRemaining()) {
                throw new PacketException(in.remaining() + " bytes after the value");
            }
            return value;
        } catch (BufferUnderflowException e) {
            throw new PacketException("the message ends too early", e);
        }
    }

    /** Reads values until the outermost is complete; what opens an array or a map stands on the stack until it is full. */
    private Object read() {
        while (true) {
            Object complete = readOne();
            if (complete instanceof Container container) {
                open.push(container);
                continue;
            }
            while (!open.isEmpty()) {
                Container parent = open.peek();
                parent.add(complete);
                if (!parent.isFull()) {
                    break;
                }
                complete = open.pop().value();
            }
            if (open.isEmpty()) {
                return complete;
            }
        }
    }

    private Object readOne() {
        int head = in.get() & 0xff;
        if (head < 0x80) {
            return head;
        }
        if (head < 0x90) {
            return map(head & 0x0f);
        }
        if (head < 0xa0) {
            return array(head & 0x0f);
        }
        if (head < 0xc0) {
            return text(head & 0x1f);
        }
        return head >= 0xe0 ? (Object) (head - 0x100) : readOther(head);
    }

    private Object readOther(int head) {
        return switch (head) {
            case 0xc0 -> null;
            case 0xc2 -> false;
            case 0xc3 -> true;
            case 0xc4, 0xc5, 0xc6 -> bytes(unsigned(1 << (head - 0xc4)));
            case 0xc7, 0xc8, 0xc9 -> longExtension(unsigned(1 << (head - 0xc7)));
            case 0xca -> number(in.getFloat());
            case 0xcb -> number(in.getDouble());
            case 0xcc, 0xcd, 0xce -> small(unsigned(1 << (head - 0xcc)));
            case 0xcf -> positive(in.getLong());
            case 0xd0 -> (int) in.get();
            case 0xd1 -> (int) in.getShort();
            case 0xd2 -> in.getInt();
            case 0xd3 -> small(in.getLong());
            case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> fixedExtension(1 << (head - 0xd4));
            case 0xd9, 0xda, 0xdb -> text(unsigned(1 << (head - 0xd9)));
            case 0xdc, 0xdd -> array(unsigned(2 << (head - 0xdc)));
            case 0xde, 0xdf -> map(unsigned(2 << (head - 0xde)));
            default -> throw new PacketException("the byte 0x" + Integer.toHexString(head) + " begins no value");
        };
    }

    private long unsigned(int bytes) {
        return switch (bytes) {
            case 1 -> in.get() & 0xff;
            case 2 -> in.getShort() & 0xffff;
            default -> in.getInt() & 0xffff_ffffL;
        };
    }

    private static Object small(long value) {
        return value == (int) value ? (Object) (int) value : (Object) value;
    }

    private static Object positive(long bits) {
        return bits >= 0 ? small(bits) : new BigInteger(Long.toUnsignedString(bits));
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
    }

    private byte[] bytes(long length) {
        int start = in.position();
        skip(length);
        return Arrays.copyOfRange(in.array(), start, in.position());
    }

    private void skip(long length) {
        if (length > in.remaining()) {
            throw new PacketException(length + " bytes where " + in.remaining() + " are left");
        }
        in.position(in.position() + (int) length);
    }

    private String text(long length) {
        int start = in.position();
        skip(length);
        return new String(in.array(), start, (int) length, StandardCharsets.UTF_8);
    }

    private Object array(long size) {
        int missing = checked(size);
        return missing == 0 ? new ArrayList<>(0) : new Container(new ArrayList<>(), null, missing);
    }

    private Object map(long size) {
        int missing = checked(2 * size);
        return missing == 0 ? new LinkedHashMap<>(0) : new Container(null, new LinkedHashMap<>(), missing);
    }

    /** Every value takes a byte at least. */
    private int checked(long values) {
        if (open.size() == maxDepth) {
            throw new PacketException("nested deeper than " + maxDepth);
        }
        if (values > in.remaining()) {
            throw new PacketException(values + " values where " + in.remaining() + " bytes are left");
        }
        return (int) values;
    }

    private Object longExtension(long length) {
        int type = in.get();
        return extension(type, bytes(length));
    }

    private Object fixedExtension(int length) {
        int type = in.get();
        byte[] data = bytes(length);
        if (type == NOTEPACK && length == 1) {
            return null; // "undefined"
        }
        if (type == NOTEPACK && length == Long.BYTES) {
            return date(() -> Instant.ofEpochMilli(ByteBuffer.wrap(data).getLong()));
        }
        return extension(type, data);
    }

    private static Object extension(int type, byte... data) {
        if (type == TIMESTAMP) {
            return date(() -> instant(ByteBuffer.wrap(data)));
        }
        return type == NOTEPACK ? data : Arrays.asList(type, data); // the former is an ArrayBuffer
    }

    private static Object date(Supplier<Instant> time) {
        try {
            return DATE.format(time.get());
        } catch (DateTimeException | ArithmeticException e) {
            throw new PacketException("a time that no calendar has", e);
        }
    }

    private static Instant instant(ByteBuffer data) {
        if (data.remaining() == 4) {
            return Instant.ofEpochSecond(data.getInt() & 0xffff_ffffL);
        }
        if (data.remaining() == 8) {
            long both = data.getLong();
            return Instant.ofEpochSecond(both & 0x3_ffff_ffffL, both >>> 34);
        }
        long nanos = data.getInt() & 0xffff_ffffL;
        return Instant.ofEpochSecond(data.getLong(), nanos);
    }

    /** An array or a map that is not complete; a map's names and values come in turn. */
    private static final class Container {
        private final List<Object> items; // null for a map
        private final Map<String, Object> members; // null for an array
        private int missing;
        private String name;

        private Container(List<Object> items, Map<String, Object> members, int missing) {
            this.items = items;
            this.members = members;
            this.missing = missing;
        }

        private boolean isFull() {
            return missing == 0;
        }

        private void add(Object value) {
            if (members == null) {
                items.add(value);
            } else if (missing % 2 == 0) {
                name = name(value);
            } else {
                members.put(name, value);
            }
            missing--;
        }

        /** Numbers are names in some languages. What nests is none: its text would cost its depth times its length. */
        private static String name(Object value) {
            if (value instanceof String || value instanceof Number) {
                return value.toString();
            }
            throw new PacketException("a name that is no text");
        }

        private Object value() {
            return members == null ? items : members;
        }
    }
}
