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

    S3Upload(S3Object object, int partSize) {
        this.client = object.client();
        this.bucket = object.bucket();
        this.key = object.filename();
        this.partSize = partSize;
    }

    /** Returns how many bytes there were. */
    long send(InputStream content) throws IOException {
        byte[] first = content.readNBytes(partSize);
        if (first.length < partSize) {
            client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromByteBuffer(ByteBuffer.wrap(first)));
            return first.length;
        }
        return sendParts(first, content);
    }

    private long sendParts(byte[] first, InputStream content) throws IOException {
        String id = client.createMultipartUpload(create -> create.bucket(bucket).key(key))
                .uploadId();
        try {
            List<CompletedPart> parts = new ArrayList<>();
            long size = 0;
            for (int length = first.length; length > 0; length = content.readNBytes(first, 0, partSize)) {
                parts.add(sendPart(id, parts.size() + 1, ByteBuffer.wrap(first, 0, length)));
                size += length;
            }
            client.completeMultipartUpload(
                    complete -> complete.bucket(bucket).key(key).uploadId(id).multipartUpload(all -> all.parts(parts)));
            return size;
        } catch (IOException | RuntimeException | Error e) {
            abort(id, e);
            throw e;
        }
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
