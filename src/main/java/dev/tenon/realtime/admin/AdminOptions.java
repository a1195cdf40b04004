package dev.tenon.realtime.admin;

import dev.tenon.realtime.Handshake;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** How the Socket.IO Admin UI sees a server, and who may look: the options of the reference's {@code instrument}. Immutable. */
public final class AdminOptions {
    private final String namespaceName;
    private final Access access;
    private final boolean readonly;
    private final AdminMode mode;
    private final Optional<String> serverId;

    private AdminOptions(Builder builder) {
        namespaceName = builder.namespaceName;
        access = builder.access;
        readonly = builder.readonly;
        mode = builder.mode;
        serverId = Optional.ofNullable(builder.serverId);
    }

    /** Returns a builder with the defaults; it does not say yet who may look. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the namespace that the page connects to. */
    public String namespaceName() {
        return namespaceName;
    }

    /** Returns whether the page may look, but not change anything. */
    public boolean readonly() {
        return readonly;
    }

    /** Returns how much the page is shown. */
    public AdminMode mode() {
        return mode;
    }

    /** Returns the name of this server; empty for that of the host, and the number of the process. */
    public Optional<String> serverId() {
        return serverId;
    }

    Access access() {
        return access;
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {
        private String namespaceName = "/admin";
        private Access access;
        private boolean readonly;
        private AdminMode mode = AdminMode.DEVELOPMENT;
        private String serverId;

        private Builder() {}

        /**
         * Sets the namespace that the page connects to; {@code /admin} unless set. It should be one that the application does not use.
         *
         * @param name a missing slash is put before it
         * @throws IllegalArgumentException if it is {@code /}, or contains a comma
         */
        public Builder namespaceName(String name) {
            String full = name.startsWith("/") ? name : "/" + name;
            if (full.length() == 1 || full.indexOf(',') >= 0) {
                throw new IllegalArgumentException("the namespace of the admin UI cannot be '" + name + "'");
            }
            this.namespaceName = full;
            return this;
        }

        /**
         * Lets in who knows a name and a password: what the reference calls {@code basic}. Replaces what was said before of who may look.
         *
         * @param passwordHash what {@link PasswordHash#of} returns, or the {@code Pbkdf2PasswordHash} of Jakarta Security
         * @throws IllegalArgumentException if it is no such hash
         */
        public Builder basic(String username, String passwordHash) {
            return credentials(new BasicCredentials(username, PasswordHash.parse(passwordHash)));
        }

        /**
         * Lets in whose name and password the application knows, for instance by the {@code IdentityStoreHandler} of Jakarta Security. Replaces what was
         * said before of who may look. A page that was let in may come back without them for a day.
         *
         * @param known asked on the thread that received the message, where it may wait; never given a null, nor more than ten wrong guesses of one
         *     address in a minute
         */
        public Builder credentials(BiPredicate<String, String> known) {
            this.access = new Access.Credentials(Objects.requireNonNull(known, "known"));
            return this;
        }

        /**
         * Lets in whose handshake the application accepts, for instance by an attribute of its HTTP session. Replaces what was said before of who may
         * look. The form of the page may be left empty then.
         *
         * @param allowed asked each time the page connects, on the thread that received the message, where it may wait
         */
        public Builder handshake(Predicate<Handshake> allowed) {
            this.access = new Access.OfHandshake(Objects.requireNonNull(allowed, "allowed"));
            return this;
        }

        /** Lets in everybody who reaches the server: the reference's {@code auth: false}. Replaces what was said before of who may look. */
        public Builder noAuth() {
            this.access = new Access.Everybody();
            return this;
        }

        /** Sets whether the page may only look: no command is taken from it. False unless set. */
        public Builder readonly(boolean readonly) {
            this.readonly = readonly;
            return this;
        }

        /** Sets how much the page is shown; {@link AdminMode#DEVELOPMENT}, everything, unless set. */
        public Builder mode(AdminMode mode) {
            this.mode = Objects.requireNonNull(mode, "mode");
            return this;
        }

        /**
         * Sets the name of this server, which no other of its cluster has; the name of the host and the number of the process unless set.
         *
         * @throws IllegalArgumentException if it is blank
         */
        public Builder serverId(String serverId) {
            if (serverId.isBlank()) {
                throw new IllegalArgumentException("serverId is blank");
            }
            this.serverId = serverId;
            return this;
        }

        boolean saysWhoMayLook() {
            return access != null;
        }

        /**
         * Returns the options.
         *
         * @throws IllegalStateException if nothing says who may look
         */
        public AdminOptions build() {
            if (!saysWhoMayLook()) {
                throw new IllegalStateException(
                        "the admin UI needs basic, credentials or handshake; noAuth where everybody may look");
            }
            return new AdminOptions(this);
        }
    }
}
