package dev.tenon.upload.s3;

import dev.tenon.upload.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * One object of a bucket. Its key is its name.
 *
 * @param version its tag at the store; quotes are not of it
 */
record S3Object(S3Client client, String bucket, String filename, long size, String version) implements StoredFile {
    S3Object {
        version = version.replace("\"", "");
    }

    static S3Object find(S3Client client, String bucket, String key) throws IOException {
        try {
            HeadObjectResponse head =
                    client.headObject(ask -> ask.bucket(bucket).key(key));
            return new S3Object(client, bucket, key, head.contentLength(), head.eTag());
        } catch (SdkException e) {
            throw failure(key, e);
        }
    }

    @Override
    public Path path() {
        return null;
    }

    @Override
    public InputStream open() throws IOException {
        return open(0);
    }

    @Override
    public InputStream open(long from) throws IOException {
        if (from >= size && from > 0) {
            return InputStream.nullInputStream(); // S3 knows no range without a byte
        }
        try {
            return new S3Stream(client.getObject(
                    get -> get.bucket(bucket).key(filename).range(from == 0 ? null : "bytes=" + from + "-")));
        } catch (SdkException e) {
            throw failure(filename, e);
        }
    }

    @Override
    public void remove() throws IOException {
        try {
            client.deleteObject(delete -> delete.bucket(bucket).key(filename));
        } catch (SdkException e) {
            throw failure(filename, e);
        }
    }

    static IOException failure(String key, SdkException e) {
        if (e instanceof NoSuchKeyException) {
            NoSuchFileException none = new NoSuchFileException(key);
            none.initCause(e);
            return none;
        }
        return new IOException("The object store failed with " + key, e);
    }
}
