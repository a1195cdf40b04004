package dev.tenon.upload.resumable;

import dev.tenon.json.Json;
import dev.tenon.upload.IncomingFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is known of an upload beside its bytes, as its file has it: one object of JSON. Immutable.
 *
 * @param length how many bytes it will have; -1 while the client does not know
 * @param metadata the header {@code Upload-Metadata} as the client sent it; null for none
 * @param concat the header {@code Upload-Concat} as the client sent it; null for an upload that is whole by itself
 * @param owner the alias of the session that made it; empty when it was made without one
 * @param unverified from which byte on the content waits for its checksum; -1 for none
 */
record UploadState(long length, String metadata, String concat, String owner, long unverified) {
    static final long UNKNOWN = -1;
    static final long NONE = -1;

    UploadState withLength(long known) {
        return new UploadState(known, metadata, concat, owner, unverified);
    }

    UploadState withUnverified(long from) {
        return new UploadState(length, metadata, concat, owner, from);
    }

    /** Returns what the metadata say about the file. */
    IncomingFile file() {
        return Metadata.parse(metadata).file();
    }

    OptionalLong knownLength() {
        return length == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(length);
    }

    /** Returns whether a session may have it: one that was begun without a session belongs to whoever knows its address. */
    boolean isOf(String alias) {
        return owner.isEmpty() || owner.equals(alias);
    }

    boolean isPartial() {
        return "partial".equals(concat);
    }

    boolean isFinal() {
        return concat != null && !isPartial();
    }

    String toJson() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("length", length);
        members.put("metadata", metadata);
        members.put("concat", concat);
        members.put("owner", owner);
        members.put("unverified", unverified);
        return Json.write(members);
    }

    static UploadState parse(String json) {
        Map<?, ?> members = (Map<?, ?>) Json.parse(json);
        return new UploadState(
                ((Number) members.get("length")).longValue(),
                (String) members.get("metadata"),
                (String) members.get("concat"),
                (String) members.get("owner"),
                ((Number) members.get("unverified")).longValue());
    }
}
