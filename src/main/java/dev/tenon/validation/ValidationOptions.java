package dev.tenon.validation;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.Objects;

/** How requests are checked and refusals answered. Immutable. */
public final class ValidationOptions {
    static final ValidationOptions DEFAULT = builder().build();

    private final int status;
    private final Stop stop;
    private final Unknown unknown;
    private final Repeated repeated;
    private final boolean duplicateKeys;
    private final boolean compat;
    private final boolean showsValues;
    private final boolean sendsBack;
    private final Duration deadline;
    private final int maxErrors;
    private final int maxBody;
    private final int maxDepth;
    private final int maxKeys;
    private final int maxItems;
    private final int maxText;

    private ValidationOptions(Builder builder) {
        status = builder.status;
        stop = builder.stop;
        unknown = builder.unknown;
        repeated = builder.repeated;
        duplicateKeys = builder.duplicateKeys;
        compat = builder.compat;
        showsValues = builder.showsValues;
        sendsBack = builder.sendsBack;
        deadline = builder.deadline;
        maxErrors = builder.maxErrors;
        maxBody = builder.maxBody;
        maxDepth = builder.maxDepth;
        maxKeys = builder.maxKeys;
        maxItems = builder.maxItems;
        maxText = builder.maxText;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the options of the application: what its keys {@code tenon.validation.*} and its {@code TenonConfigurer} say, or else the defaults.
     *
     * @param context the application's own; null for the defaults
     */
    public static ValidationOptions of(ServletContext context) {
        Object published = context == null ? null : context.getAttribute(ValidationOptions.class.getName());
        return published == null ? DEFAULT : (ValidationOptions) published;
    }

    /** Returns the options of the application for code that has no request, as the handler of a socket's event; see {@link #of}. */
    public static ValidationOptions current() {
        return Current.options();
    }

    /** Returns a builder that starts from these options. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.status = status;
        builder.stop = stop;
        builder.unknown = unknown;
        builder.repeated = repeated;
        builder.duplicateKeys = duplicateKeys;
        builder.compat = compat;
        builder.showsValues = showsValues;
        builder.sendsBack = sendsBack;
        builder.deadline = deadline;
        builder.maxErrors = maxErrors;
        builder.maxBody = maxBody;
        builder.maxDepth = maxDepth;
        builder.maxKeys = maxKeys;
        builder.maxItems = maxItems;
        builder.maxText = maxText;
        return builder;
    }

    /** Returns the status of the answer to refused values; 422 by default. */
    public int status() {
        return status;
    }

    /** Returns when the search for errors ends; {@link Stop#NEVER} by default. */
    public Stop stop() {
        return stop;
    }

    /** Returns what is done with what nobody asked for; {@link Unknown#STRIP} by default. */
    public Unknown unknown() {
        return unknown;
    }

    /** Returns what a repeated name of a query string or form means; {@link Repeated#LIST} by default. */
    public Repeated repeated() {
        return repeated;
    }

    /** Returns whether a JSON object may have a key twice, of which the last one counts; false by default, which answers 400. */
    public boolean duplicateKeys() {
        return duplicateKeys;
    }

    /** Returns whether {@link Field#toBoolean()} does what koa-bouncer's does; false by default. */
    public boolean compat() {
        return compat;
    }

    /** Returns whether errors show the rejected values; false by default. Secrets are never shown. */
    public boolean showsValues() {
        return showsValues;
    }

    /** Returns whether a browser that sent a form is sent back to it; true by default. */
    public boolean sendsBack() {
        return sendsBack;
    }

    /** Returns how long asynchronous rules may take together; 5 seconds by default. */
    public Duration deadline() {
        return deadline;
    }

    /** Returns how many errors are told at most; 100 by default. */
    public int maxErrors() {
        return maxErrors;
    }

    /** Returns how many bytes a JSON body or form may have before any of it is read; 1 MiB by default. */
    public int maxBody() {
        return maxBody;
    }

    /** Returns how deep JSON may nest; 64 by default. */
    public int maxDepth() {
        return maxDepth;
    }

    /** Returns how many keys one JSON object, a form or a query string may have; 1,000 by default. */
    public int maxKeys() {
        return maxKeys;
    }

    /** Returns how many elements one JSON list may have, and how often a form may repeat a name; 10,000 by default. */
    public int maxItems() {
        return maxItems;
    }

    /** Returns how many characters one text or name may have; 1,000,000 by default. */
    public int maxText() {
        return maxText;
    }

    /** Builds options. Not thread-safe. */
    public static final class Builder {
        private static final Duration MAX_DEADLINE = Duration.ofHours(1);
        private static final int MAX_BODY = 1 << 30;

        private int status = 422;
        private Stop stop = Stop.NEVER;
        private Unknown unknown = Unknown.STRIP;
        private Repeated repeated = Repeated.LIST;
        private boolean duplicateKeys;
        private boolean compat;
        private boolean showsValues;
        private boolean sendsBack = true;
        private Duration deadline = Duration.ofSeconds(5);
        private int maxErrors = 100;
        private int maxBody = 1 << 20;
        private int maxDepth = 64;
        private int maxKeys = 1_000;
        private int maxItems = 10_000;
        private int maxText = 1_000_000;

        private Builder() {}

        /**
         * Sets the status of the answer to refused values.
         *
         * @throws IllegalArgumentException if it is not from 400 to 499
         */
        public Builder status(int code) {
            status = within("status", code, 400, 499);
            return this;
        }

        /** Sets when the search for errors ends. */
        public Builder stop(Stop when) {
            stop = Objects.requireNonNull(when, "stop");
            return this;
        }

        /** Sets what is done with what nobody asked for. */
        public Builder unknown(Unknown policy) {
            unknown = Objects.requireNonNull(policy, "unknown");
            return this;
        }

        /** Sets what a repeated name of a query string or form means. */
        public Builder repeated(Repeated policy) {
            repeated = Objects.requireNonNull(policy, "repeated");
            return this;
        }

        /** Sets whether a JSON object may have a key twice. */
        public Builder duplicateKeys(boolean allowed) {
            duplicateKeys = allowed;
            return this;
        }

        /** Sets whether {@link Field#toBoolean()} does what koa-bouncer's does. */
        public Builder compat(boolean on) {
            compat = on;
            return this;
        }

        /** Sets whether errors show the rejected values. */
        public Builder showsValues(boolean on) {
            showsValues = on;
            return this;
        }

        /** Sets whether a browser that sent a form is sent back to it. */
        public Builder sendsBack(boolean on) {
            sendsBack = on;
            return this;
        }

        /**
         * Sets how long asynchronous rules may take together, an hour at most.
         *
         * @throws IllegalArgumentException if it is not positive, or longer
         */
        public Builder deadline(Duration time) {
            if (time.isNegative() || time.isZero() || time.compareTo(MAX_DEADLINE) > 0) {
                throw new IllegalArgumentException("deadline " + time + " must be positive, and an hour at most");
            }
            deadline = time;
            return this;
        }

        /** Sets how many errors are told at most, 1 or more. */
        public Builder maxErrors(int count) {
            maxErrors = atLeastOne("maxErrors", count);
            return this;
        }

        /** Sets how many bytes a JSON body or form may have, from 1 to 1 GiB. */
        public Builder maxBody(int bytes) {
            maxBody = within("maxBody", bytes, 1, MAX_BODY);
            return this;
        }

        /** Sets how deep JSON may nest, 1 or more. */
        public Builder maxDepth(int levels) {
            maxDepth = atLeastOne("maxDepth", levels);
            return this;
        }

        /** Sets how many keys one JSON object, a form or a query string may have, 1 or more. */
        public Builder maxKeys(int count) {
            maxKeys = atLeastOne("maxKeys", count);
            return this;
        }

        /** Sets how many elements one JSON list may have, and how often a form may repeat a name, 1 or more. */
        public Builder maxItems(int count) {
            maxItems = atLeastOne("maxItems", count);
            return this;
        }

        /** Sets how many characters one text or name may have, 1 or more. */
        public Builder maxText(int characters) {
            maxText = atLeastOne("maxText", characters);
            return this;
        }

        /** Returns the options. */
        public ValidationOptions build() {
            return new ValidationOptions(this);
        }

        private static int atLeastOne(String name, int value) {
            return within(name, value, 1, Integer.MAX_VALUE);
        }

        private static int within(String name, int value, int min, int max) {
            if (value < min || value > max) {
                throw new IllegalArgumentException(name + " " + value + " must be from " + min + " to " + max);
            }
            return value;
        }
    }
}
