package dev.tenon.realtime.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol.Command;

/** What a server listens to: a channel, all channels that a pattern of Redis names, or a sharded channel. */
record Topic(Kind kind, String name) {
    /** As Redis tells it: what is no text in UTF-8, such as half of a pair of surrogates, does not come back as it went. */
    Topic {
        name = new String(name.getBytes(UTF_8), UTF_8);
    }

    static Topic channel(String name) {
        return new Topic(Kind.CHANNEL, name);
    }

    static Topic pattern(String name) {
        return new Topic(Kind.PATTERN, name);
    }

    static Topic shard(String name) {
        return new Topic(Kind.SHARD, name);
    }

    byte[] bytes() {
        return name.getBytes(UTF_8);
    }

    /** How Redis is told, and how it tells. */
    enum Kind {
        CHANNEL(Command.SUBSCRIBE, Command.UNSUBSCRIBE, "subscribe", "message"),
        PATTERN(Command.PSUBSCRIBE, Command.PUNSUBSCRIBE, "psubscribe", "pmessage"),
        SHARD(Command.SSUBSCRIBE, Command.SUNSUBSCRIBE, "ssubscribe", "smessage");

        private static final Map<String, Kind> BY_CONFIRMATION = by(kind -> kind.confirmation);
        private static final Map<String, Kind> BY_MESSAGE = by(kind -> kind.message);

        private final Command begin;
        private final Command end;
        private final String confirmation;
        private final String message;

        Kind(Command begin, Command end, String confirmation, String message) {
            this.begin = begin;
            this.end = end;
            this.confirmation = confirmation;
            this.message = message;
        }

        private static Map<String, Kind> by(Function<Kind, String> word) {
            return Stream.of(values()).collect(Collectors.toUnmodifiableMap(word, Function.identity()));
        }

        /** Returns which kind of topic the word confirms; null if it confirms none. */
        static Kind confirmedBy(String word) {
            return BY_CONFIRMATION.get(word);
        }

        /** Returns which kind of topic a message with this word came by; null if it is no message. */
        static Kind broughtBy(String word) {
            return BY_MESSAGE.get(word);
        }

        Command begin() {
            return begin;
        }

        Command end() {
            return end;
        }
    }
}
