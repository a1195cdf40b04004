package dev.tenon.session;

import dev.tenon.kernel.web.SessionRef;

/** Names a stored session; equal by alias. */
record StoredRef(long row, String alias) implements SessionRef {
    @Override
    public boolean equals(Object other) {
        return other instanceof StoredRef ref && alias.equals(ref.alias);
    }

    @Override
    public int hashCode() {
        return alias.hashCode();
    }
}
