package dev.tenon.realtime.protocol;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes one tree, each value in its shortest form, with a stack of its own. */
final class MessagePackWriter {
    static final int MAX_DEPTH = 1_000;

    private final ByteSink out = new ByteSink();
    private final Deque<Iterator<?>> open = new ArrayDeque<>();

    byte[] write(Object value) {
        try {
            writeValue(value);
            while (!open.isEmpty()) {
                writeNext(open.peek());
            }
        } catch (JsonException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private void writeNext(Iterator<?> children) {
        if (!children.hasNext()) {
            open.pop();
            return;
        }
        Object child = children.next();
        if (child instanceof Member member) {
            writeText(member.name());
            writeValue(member.value());
        } else {
            writeValue(child);
        }
    }

    private void writeValue(Object any) {
        Object value = Json.plain(any);
        if (value == null) {
            out.write(0xc0);
        } else if (value instanceof String text) {
            writeText(text);
        } else if (value instanceof Number number) {
            writeNumber(number);
        } else if (value instanceof Boolean flag) {
            out.write(flag ? 0xc3 : 0xc2);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof byte[] bytes) {
            writeBytes(bytes);
        } else {
            writeArray((Iterable<?>) value);
        }
    }

    private void writeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 0x20) {
            out.write(0xa0 | bytes.length);
        } else {
            writeLength(bytes.length, 0xd9, 0xda, 0xdb);
        }
        out.write(bytes);
    }

    private void writeBytes(byte... bytes) {
        writeLength(bytes.length, 0xc4, 0xc5, 0xc6);
        out.write(bytes);
    }

    /** The iterator is over a copy: the size stands before the values, and an application may change its collections. */
    private void writeArray(Iterable<?> items) {
        List<Object> values = new ArrayList<>();
        if (items instanceof Collection<?> all) {
            values.addAll(all);
        } else {
            items.forEach(values::add);
        }
        writeSize(values.size(), 0x90, 0xdc);
        enter(values.iterator());
    }

    private void writeMap(Map<?, ?> map) {
        List<Member> members = new ArrayList<>(map.size());
        map.forEach((name, value) -> members.add(new Member(String.valueOf(name), value)));
        writeSize(members.size(), 0x80, 0xde);
        enter(members.iterator());
    }

    private void enter(Iterator<?> children) {
        if (open.size() == MAX_DEPTH) {
            throw new JsonException("nested deeper than " + MAX_DEPTH, null);
        }
        open.push(children);
    }

    private void writeSize(int size, int few, int many) {
        if (size < 0x10) {
            out.write(few | size);
        } else if (size < 0x1_0000) {
            out.write(many);
            writeBig(size, 2);
        } else {
            out.write(many + 1);
            writeBig(size, 4);
        }
    }

    private void writeLength(int length, int one, int two, int four) {
        if (length < 0x100) {
            out.write(one);
            writeBig(length, 1);
        } else if (length < 0x1_0000) {
            out.write(two);
            writeBig(length, 2);
        } else {
            out.write(four);
            writeBig(length, 4);
        }
    }

    private void writeNumber(Number number) {
        if (isLong(number)) {
            writeLong(number.longValue());
        } else {
            writeDouble(number.doubleValue());
        }
    }

    /** Also of a fraction without one: JavaScript knows no other numbers, and has 1 for 1.0. */
    private static boolean isLong(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            return true;
        }
        if (number instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE;
        }
        double value = number.doubleValue();
        return value == Math.rint(value)
                && Math.abs(value) < 1L << 53
                && (!(number instanceof BigDecimal decimal)
                        || decimal.stripTrailingZeros().scale() <= 0);
    }

    private void writeLong(long value) {
        if (value >= 0) {
            writePositive(value);
        } else if (value >= -0x20) {
            out.write((int) value);
        } else if (value >= Byte.MIN_VALUE) {
            out.write(0xd0);
            writeBig(value, 1);
        } else if (value >= Short.MIN_VALUE) {
            out.write(0xd1);
            writeBig(value, 2);
        } else if (value >= Integer.MIN_VALUE) {
            out.write(0xd2);
            writeBig(value, 4);
        } else {
            out.write(0xd3);
            writeBig(value, 8);
        }
    }

    private void writePositive(long value) {
        if (value < 0x80) {
            out.write((int) value);
        } else if (value < 0x1_0000_0000L) {
            writeLength4(value);
        } else {
            out.write(0xcf);
            writeBig(value, 8);
        }
    }

    private void writeLength4(long value) {
        int bytes = value < 0x100 ? 1 : value < 0x1_0000 ? 2 : 4;
        out.write(bytes == 1 ? 0xcc : bytes == 2 ? 0xcd : 0xce);
        writeBig(value, bytes);
    }

    /** What JSON cannot say is null there, and so it is here. */
    private void writeDouble(double value) {
        if (Double.isFinite(value)) {
            out.write(0xcb);
            writeBig(Double.doubleToLongBits(value), 8);
        } else {
            out.write(0xc0);
        }
    }

    private void writeBig(long value, int bytes) {
        for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (value >> shift));
        }
    }

    private record Member(String name, Object value) {}
}
