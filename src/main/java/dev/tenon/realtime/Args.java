package dev.tenon.realtime;

import dev.tenon.json.Json;
import dev.tenon.json.JsonException;
import dev.tenon.kernel.TenonException;
import dev.tenon.realtime.protocol.Packet;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The arguments of an event, or of an ack. The typed getters throw {@link ArgumentException} for what a client sent otherwise, which refuses
 * this event and nothing else. Safe for use by several threads as long as nobody changes the maps, lists and bytes in it.
 */
public final class Args {
    private final String event;
    private final List<Object> values;
    private final AtomicReference<Consumer<Object[]>> ack;
    private volatile Consumer<TenonException> refusal = error -> {};

    /**
     * Sets the values.
     *
     * @param event what the messages of exceptions call it
     * @param ack what sends an ack; null if nobody waits for one
     */
    Args(String event, List<Object> values, Consumer<Object[]> ack) {
        this.event = event;
        this.values = Collections.unmodifiableList(values);
        this.ack = new AtomicReference<>(ack);
    }

    /**
     * Returns the arguments of an event.
     *
     * @param ack see the constructor
     */
    static Args of(Packet event, Consumer<Object[]> ack) {
        List<Object> all = event.args();
        return new Args((String) all.get(0), all.subList(1, all.size()), ack);
    }

    /** Returns the name of the event; for an ack, that of the event that it answers. */
    public String event() {
        return event;
    }

    /** Returns how many arguments there are. */
    public int size() {
        return values.size();
    }

    /**
     * Returns the argument as it came: a {@link String}, {@link Boolean}, {@link Map}, {@link List}, {@code byte[]}, or a number (the smallest of
     * {@link Integer}, {@link Long} and {@link java.math.BigInteger} that holds it, else a {@link BigDecimal}); null for a null, and where no
     * argument is.
     *
     * @param i from 0
     */
    public Object get(int i) {
        return i < values.size() ? values.get(i) : null;
    }

    /**
     * Returns the argument as a Java value: a record, whose components are the members of an object, a text, a number or its primitive, a
     * boolean, an enum, a temporal, a UUID, an array, bytes, or what {@link #get(int)} returns for {@link Object}. In a record, lists and maps
     * have the type that their component declares; a member that is missing is null, or an empty {@link java.util.Optional}, and one that the
     * record does not have is passed over.
     *
     * @param i from 0
     * @return never null, unless the type is {@link Object}
     * @throws ArgumentException if the argument is missing, or does not fit exactly: no number is cut to fit
     * @throws IllegalArgumentException if the type can never be made of JSON
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // a class is asked, and Json gives what is asked for
    public <T> T get(int i, Class<T> type) {
        return (T) get(i, (Type) type);
    }

    /**
     * Returns the argument as a Java value.
     *
     * @param i from 0
     * @param type as {@link #get(int, Class)} has it, or a {@link List}, {@link Map} or {@link java.util.Optional} with its arguments
     * @return never null, unless the type is {@link Object}
     * @throws ArgumentException if the argument is missing, or does not fit exactly
     * @throws IllegalArgumentException if the type can never be made of JSON
     */
    public Object get(int i, Type type) {
        try {
            Object value = Json.bind(get(i), type, name(i));
            if (value == null && type != Object.class) {
                throw new ArgumentException(name(i) + " is missing");
            }
            return value;
        } catch (JsonException e) {
            throw new ArgumentException(e.getMessage());
        }
    }

    /**
     * Returns a text; it may be empty.
     *
     * @throws ArgumentException if the argument is no text
     */
    public String text(int i) {
        return as(i, String.class, "a text");
    }

    /**
     * Returns a whole number.
     *
     * @throws ArgumentException if the argument is no whole number, or more than a long holds
     */
    public long integer(int i) {
        try {
            return new BigDecimal(as(i, Number.class, "a whole number").toString()).longValueExact();
        } catch (ArithmeticException e) {
            throw wrong(i, "a whole number");
        }
    }

    /**
     * Returns a number; {@link #get} has one that kept all its digits.
     *
     * @throws ArgumentException if the argument is no number
     */
    public double number(int i) {
        return as(i, Number.class, "a number").doubleValue();
    }

    /**
     * Returns a truth value.
     *
     * @throws ArgumentException if the argument is neither true nor false
     */
    public boolean flag(int i) {
        return as(i, Boolean.class, "true or false");
    }

    /**
     * Returns the members of an object, in the order of the wire.
     *
     * @throws ArgumentException if the argument is no object
     */
    @SuppressWarnings("unchecked") // names in JSON are texts
    public Map<String, Object> map(int i) {
        return as(i, Map.class, "an object");
    }

    /**
     * Returns the elements of an array.
     *
     * @throws ArgumentException if the argument is no array
     */
    @SuppressWarnings("unchecked") // any values
    public List<Object> list(int i) {
        return as(i, List.class, "an array");
    }

    /**
     * Returns bytes, which are not copied.
     *
     * @throws ArgumentException if the argument is not binary
     */
    public byte[] bytes(int i) {
        return as(i, byte[].class, "binary");
    }

    /** Returns whether the client waits for an ack that nobody sent yet. */
    public boolean hasAck() {
        return ack.get() != null;
    }

    /**
     * Answers the event. Only the first call counts; does nothing if the client does not wait for an ack, or is gone.
     *
     * @param values as in {@link Socket#emit}
     * @throws IllegalArgumentException if a value has no JSON form
     */
    public void ack(Object... values) {
        Consumer<Object[]> send = ack.getAndSet(null);
        if (send != null) {
            send.accept(values);
        }
    }

    /**
     * Refuses the event as a handler does that throws the exception, see {@link Socket#onError}: for one that learns it later, on any thread.
     * What is no event of a client cannot be refused.
     */
    public void refuse(TenonException error) {
        refusal.accept(Objects.requireNonNull(error, "error"));
    }

    /** Sets who hears that the event is refused. */
    void onRefusal(Consumer<TenonException> listener) {
        refusal = listener;
    }

    /** Returns the values for a log; it may hold what a user typed. */
    @Override
    public String toString() {
        return event + values;
    }

    private <T> T as(int i, Class<T> type, String wanted) {
        Object value = get(i);
        if (!type.isInstance(value)) {
            throw wrong(i, wanted);
        }
        return type.cast(value);
    }

    private ArgumentException wrong(int i, String wanted) {
        return new ArgumentException(name(i) + " is not " + wanted);
    }

    private String name(int i) {
        return "argument " + i + " of '" + event + "'";
    }
}
