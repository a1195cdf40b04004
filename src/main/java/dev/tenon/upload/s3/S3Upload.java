package dev.tenon.upload.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Brings one object to its bucket. For one thread, once. */
final class S3Upload {
    private final S3Client client;
    private final String bucket;
    private final String key;
    private final int partSize;

    S3Upload(S3Client client, String bucket, String key, int partSize) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.partSize = partSize;
    }

    /** Returns the object as it is there now. */
    S3Object send(InputStream content) throws IOException {
        byte[] first = content.readNBytes(partSize);
        if (first.length < partSize) {
            RequestBody body = RequestBody.fromByteBuffer(ByteBuffer.wrap(first));
            return object(
                    first.length,
                    client.putObject(put -> put.bucket(bucket).key(key), body).eTag());
        }
        return sendParts(first, content);
    }

    private S3Object object(long size, String tag) {
        return new S3Object(client, bucket, key, size, tag);
    }

    private S3Object sendParts(byte[] first, InputStream content) throws IOException {
        String id = client.createMultipartUpload(create -> create.bucket(bucket).key(key))
                .uploadId();
        try {
            List<CompletedPart> parts = new ArrayList<>();
            long size = 0;
            for (int length = first.length; length > 0; length = content.readNBytes(first, 0, partSize)) {
                parts.add(sendPart(id, parts.size() + 1, ByteBuffer.wrap(first, 0, length)));
                size += length;
            }
            return object(size, complete(id, parts));
        } catch (IOException | RuntimeException | Error e) {
            abort(id, e);
            throw e;
        }
    }

    private String complete(String id, List<CompletedPart> parts) {
        return client.completeMultipartUpload(complete ->
                        complete.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(parts)))
                .eTag();
    }

    private CompletedPart sendPart(String id, int number, ByteBuffer bytes) {
        String tag = client.uploadPart(
                        part -> part.bucket(bucket).key(key).uploadId(id).partNumber(number),
                        RequestBody.fromRemainingByteBuffer(bytes))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private void abort(String id, Throwable reason) {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(id));
        } catch (SdkException e) {
            reason.addSuppressed(e);
        }
    }
}
