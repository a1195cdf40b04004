package dev.tenon.sample;

/**
 * A message that is not stored yet.
 *
 * @param by the name of the agent; null for a customer
 * @param file null for none
 */
record Draft(String key, Side from, String by, String text, UploadedContent file) {
    /** The longest text, as the pages know it. */
    static final int MAX_LENGTH = 2000;

    private static final int MAX_KEY_LENGTH = 64;

    /** Refuses what is no message. */
    Draft {
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH) {
            throw new RefusedException("a key has 1 to " + MAX_KEY_LENGTH + " characters");
        }
        if (text.length() > MAX_LENGTH || (text.isBlank() && file == null)) {
            throw new RefusedException("a message has 1 to " + MAX_LENGTH + " characters");
        }
    }

    static Draft ofCustomer(String key, String text) {
        return new Draft(key, Side.customer, null, text, null);
    }

    static Draft ofAgent(String name, String key, String text) {
        return new Draft(key, Side.agent, name, text, null);
    }
}
