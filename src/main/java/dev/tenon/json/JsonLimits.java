package dev.tenon.json;

/**
 * How much JSON is read before a text is refused, and what a repeated key means. Immutable.
 *
 * @param maxDepth how deep arrays and objects may nest; 1 allows flat ones
 * @param maxStringLength how long one text or name may be, in characters
 * @param maxNumberLength how many characters one number may have
 * @param maxKeys how many keys one object may have
 * @param maxItems how many elements one array may have
 * @param duplicateKeys whether a repeated key is allowed; the last one then wins, as in JavaScript
 */
public record JsonLimits(
        int maxDepth, int maxStringLength, int maxNumberLength, int maxKeys, int maxItems, boolean duplicateKeys) {
    /** Deep enough for every sane document, and far from the end of any stack. */
    public static final JsonLimits DEFAULT =
            new JsonLimits(200, 20_000_000, 1_000, Integer.MAX_VALUE, Integer.MAX_VALUE, true);

    /** Returns these limits with another depth. */
    public JsonLimits withMaxDepth(int depth) {
        return new JsonLimits(depth, maxStringLength, maxNumberLength, maxKeys, maxItems, duplicateKeys);
    }

    /** Returns these limits with repeated keys allowed or not. */
    public JsonLimits withDuplicateKeys(boolean allowed) {
        return new JsonLimits(maxDepth, maxStringLength, maxNumberLength, maxKeys, maxItems, allowed);
    }

    /** Returns these limits with another length of texts and names. */
    public JsonLimits withMaxStringLength(int characters) {
        return new JsonLimits(maxDepth, characters, maxNumberLength, maxKeys, maxItems, duplicateKeys);
    }

    /** Returns these limits with another size of objects and arrays. */
    public JsonLimits withMaxSize(int keys, int items) {
        return new JsonLimits(maxDepth, maxStringLength, maxNumberLength, keys, items, duplicateKeys);
    }
}
