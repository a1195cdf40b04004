package dev.tenon.upload.s3;

import dev.tenon.kernel.Tokens;
import dev.tenon.upload.FileScanner;
import dev.tenon.upload.IncomingFile;
import dev.tenon.upload.StoredFile;
import dev.tenon.upload.UploadStorage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Keeps files as objects of a bucket, on Amazon S3 or whatever speaks its protocol. Files stream to the store as they come: one that fits into a part is one
 * object at once, a larger one a multipart upload, which is aborted when anything fails. Each request that stores holds one part in memory. An
 * object is not there before all of it is; one that a {@link FileScanner} refuses is removed again. Immutable and thread-safe, as the client is.
 */
public final class S3Storage implements UploadStorage {
    private static final int PART_SIZE = 8 << 20;
    private static final int LEAST_PART_SIZE = 5 << 20;

    private final S3Client client;
    private final String bucket;
    private final Function<IncomingFile, String> key;
    private final int partSize;

    private S3Storage(S3Client client, String bucket, Function<IncomingFile, String> key, int partSize) {
        this.client = Objects.requireNonNull(client, "client");
        this.bucket = Objects.requireNonNull(bucket, "bucket");
        this.key = key;
        this.partSize = partSize;
    }

    /**
     * Returns a storage that keeps files under keys of 32 random hexadecimal digits, in parts of 8 MiB.
     *
     * @param client the application's, which closes it
     * @param bucket which is there
     */
    public static S3Storage of(S3Client client, String bucket) {
        return new S3Storage(client, bucket, file -> randomName(), PART_SIZE);
    }

    /** Returns this storage with a text before each random name, such as {@code uploads/}. */
    public S3Storage prefix(String prefix) {
        return new S3Storage(client, bucket, file -> prefix + randomName(), partSize);
    }

    /**
     * Returns this storage with keys that the application chooses.
     *
     * @param key gives the key of a file; an object that has it is replaced
     */
    public S3Storage key(Function<IncomingFile, String> key) {
        return new S3Storage(client, bucket, Objects.requireNonNull(key, "key"), partSize);
    }

    /**
     * Returns this storage with parts of another size: a file has 10,000 at most, so it may be so many times as large.
     *
     * @throws IllegalArgumentException if it is less than 5 MiB, which S3 does not take
     */
    public S3Storage partSize(int bytes) {
        if (bytes < LEAST_PART_SIZE) {
            throw new IllegalArgumentException("partSize is " + bytes + ": S3 takes no parts below 5 MiB");
        }
        return new S3Storage(client, bucket, key, bytes);
    }

    private static String randomName() {
        return HexFormat.of().formatHex(Tokens.random(16));
    }

    @Override
    public StoredFile store(IncomingFile file, InputStream content) throws IOException {
        String name = key.apply(file);
        try {
            return new S3Upload(client, bucket, name, partSize).send(content);
        } catch (SdkException e) {
            throw S3Object.failure(name, e);
        }
    }

    /**
     * Returns a file that was stored before.
     *
     * @param filename its {@link StoredFile#filename()}, which is its key
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    public StoredFile stored(String filename) throws IOException {
        return S3Object.find(client, bucket, filename);
    }
}
