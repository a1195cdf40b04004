package dev.tenon.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A session with the hash of its id, as a {@link KeyValueSessionStore} writes it: a version, the hash, times in milliseconds, the attributes. */
record KeyValueRecord(IdHash id, SessionRecord session) {
    private static final Logger LOG = System.getLogger(KeyValueRecord.class.getName());
    private static final byte VERSION = 1;

    static KeyValueRecord create(long row, IdHash id, String alias, Instant createdAt, Duration maxInactive) {
        return new KeyValueRecord(id, new SessionRecord(row, alias, createdAt, createdAt, maxInactive, Map.of()));
    }

    /** Empty for what Tenon did not write. */
    static Optional<KeyValueRecord> read(long row, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() == VERSION) {
                IdHash id = IdHash.ofBytes(in.readNBytes(IdHash.LENGTH));
                return Optional.of(new KeyValueRecord(id, session(row, in)));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "TENON-S07 The storage gave back a session that is not as it was kept", e);
        }
        return Optional.empty();
    }

    private static SessionRecord session(long row, DataInputStream in) throws IOException {
        String alias = in.readUTF();
        Instant createdAt = Instant.ofEpochMilli(in.readLong());
        Instant accessedAt = Instant.ofEpochMilli(in.readLong());
        Duration maxInactive = Duration.ofMillis(in.readLong());
        return new SessionRecord(row, alias, createdAt, accessedAt, maxInactive, attributes(in));
    }

    private static Map<String, byte[]> attributes(DataInputStream in) throws IOException {
        Map<String, byte[]> attributes = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            int length = in.readInt();
            byte[] content = in.readNBytes(length); // refuses a length below zero, and reads no more than there is
            if (content.length < length) {
                throw new IOException("the value of " + name + " was cut off");
            }
            attributes.put(name, content);
        }
        return attributes;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.write(id.bytes());
            out.writeUTF(session.alias());
            out.writeLong(session.createdAt().toEpochMilli());
            out.writeLong(session.accessedAt().toEpochMilli());
            out.writeLong(session.maxInactive().toMillis());
            out.writeInt(session.attributes().size());
            for (Map.Entry<String, byte[]> attribute : session.attributes().entrySet()) {
                out.writeUTF(attribute.getKey());
                out.writeInt(attribute.getValue().length);
                out.write(attribute.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a name of a megabyte at most
        }
        return bytes.toByteArray();
    }

    long row() {
        return session.row();
    }

    boolean hasExpired(Instant now) {
        return session.hasExpired(now);
    }

    /** How long it lives from its last access on; empty for ever. */
    Optional<Duration> maxAge() {
        return Optional.of(session.maxInactive()).filter(age -> !age.isZero() && !age.isNegative());
    }

    KeyValueRecord with(SessionDelta delta) {
        return new KeyValueRecord(id, session.with(delta));
    }

    KeyValueRecord accessed(Instant at) {
        return new KeyValueRecord(id, session.accessed(at));
    }

    KeyValueRecord renamed(IdHash to) {
        return new KeyValueRecord(to, session);
    }
}
