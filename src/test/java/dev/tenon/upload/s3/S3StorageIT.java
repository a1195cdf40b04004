package dev.tenon.upload.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tenon.it.S3Proxy;
import dev.tenon.upload.IncomingFile;
import dev.tenon.upload.StoredFile;
import dev.tenon.upload.Upload;
import dev.tenon.upload.UploadOptions;
import dev.tenon.upload.UploadStorage;
import dev.tenon.upload.UploadStorageContract;
import dev.tenon.upload.download.Download;
import dev.tenon.web.TomcatApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What every storage promises, and parts, against an object store over HTTP. */
class S3StorageIT extends UploadStorageContract {
    private static final int PART = 5 << 20;
    private static final IncomingFile FILE = new IncomingFile("f", "a", "7bit", "image/png");

    private static S3Proxy proxy;
    private static S3Client client;
    private static int buckets;

    private String bucket;

    @BeforeAll
    static void start() throws Exception {
        proxy = S3Proxy.start();
        AwsBasicCredentials credentials = AwsBasicCredentials.create(S3Proxy.IDENTITY, S3Proxy.CREDENTIAL);
        client = S3Client.builder()
                .endpointOverride(proxy.endpoint())
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        proxy.close();
    }

    @BeforeEach
    void makeBucket() {
        bucket = "bucket-" + ++buckets;
        client.createBucket(create -> create.bucket(bucket));
    }

    @Override
    protected UploadStorage storage() {
        return S3Storage.of(client, bucket).partSize(PART);
    }

    @Override
    protected List<String> kept() {
        Stream<String> whole = client.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key);
        Stream<String> half = client.listMultipartUploads(list -> list.bucket(bucket)).uploads().stream()
                .map(MultipartUpload::key);
        return Stream.concat(whole, half).toList();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void file_ofSeveralParts() throws Exception {
        for (int length : new int[] {PART, PART + 1, 2 * PART + 12_345}) {
            byte[] content = random(length);
            StoredFile stored = storage().store(FILE, new ByteArrayInputStream(content));
            assertEquals(length, stored.size());
            try (InputStream in = stored.open()) {
                assertArrayEquals(content, in.readAllBytes());
            }
            try (InputStream in = stored.open(PART - 1)) {
                assertArrayEquals(Arrays.copyOfRange(content, PART - 1, length), in.readAllBytes());
            }
        }
        assertEquals(3, kept().size());
    }

    @Test
    void file_thatBreaksOffInALaterPart_leavesNothing() {
        IOException broken = new IOException("broken");
        InputStream content = new InputStream() {
            private int left = PART + 1000;

            @Override
            public int read() throws IOException {
                throw new IOException("not asked for");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (left == 0) {
                    throw broken;
                }
                int some = Math.min(left, length);
                left -= some;
                return some;
            }
        };
        assertEquals(broken, assertThrows(IOException.class, () -> storage().store(FILE, content)));
        assertEquals(List.of(), kept());
    }

    @Test
    void key_isTheApplications() throws Exception {
        StoredFile stored = S3Storage.of(client, bucket)
                .key(file -> file.fieldname() + "/" + file.originalname())
                .store(FILE, new ByteArrayInputStream(new byte[3]));
        assertEquals("f/a", stored.filename());
        assertNull(stored.path());
        StoredFile prefixed =
                S3Storage.of(client, bucket).prefix("uploads/").store(FILE, InputStream.nullInputStream());
        assertTrue(prefixed.filename().matches("uploads/[0-9a-f]{32}"), prefixed::filename);
    }

    @Test
    void stored_isFoundByItsNameLater() throws Exception {
        S3Storage storage = S3Storage.of(client, bucket);
        String name = storage.store(FILE, new ByteArrayInputStream(new byte[7])).filename();
        assertEquals(7, storage.stored(name).size());
        assertThrows(NoSuchFileException.class, () -> storage.stored("none"));
    }

    @Test
    void object_thatIsReplaced_hasAnotherVersion() throws Exception {
        S3Storage storage = S3Storage.of(client, bucket).key(file -> "avatar");
        StoredFile before = storage.store(FILE, new ByteArrayInputStream(new byte[1]));
        assertEquals(before.version(), storage.stored("avatar").version());
        StoredFile after = storage.store(FILE, new ByteArrayInputStream(new byte[2]));
        assertNotEquals(before.version(), after.version());
    }

    @Test
    void storeThatIsNotThere_failsWithAnIoException() {
        S3Storage storage = S3Storage.of(client, "no-such-bucket");
        assertThrows(IOException.class, () -> storage.store(FILE, new ByteArrayInputStream(new byte[7])));
    }

    @Test
    void partSize_thatS3DoesNotTake_isRefused() {
        S3Storage storage = S3Storage.of(client, bucket);
        assertThrows(IllegalArgumentException.class, () -> storage.partSize(PART - 1));
    }

    /** From a form into the store, and from there a part of it to a browser. */
    @Test
    void form_throughARealServer(@TempDir Path docBase) throws Exception {
        S3Storage storage = S3Storage.of(client, bucket);
        try (TomcatApp app =
                TomcatApp.at("/shop", docBase).servlet("/s3", new Pass(storage)).start()) {
            String body =
                    "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.txt\"\r\n\r\n0123456789\r\n--b--\r\n";
            String name =
                    app.post("/s3", "multipart/form-data; boundary=b", body).body();
            assertEquals(List.of(name), kept());
            HttpResponse<String> part = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(app.uri("/s3?name=" + name))
                                    .header("Range", "bytes=3-5")
                                    .build(),
                            BodyHandlers.ofString());
            assertEquals(206, part.statusCode());
            assertEquals("345", part.body());
        }
    }

    private static final class Pass extends HttpServlet {
        private static final long serialVersionUID = 1L;

        private final transient S3Storage storage;

        Pass(S3Storage storage) {
            this.storage = storage;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            UploadOptions options = UploadOptions.builder().storage(storage).build();
            response.getWriter()
                    .print(Upload.with(options)
                            .single("f")
                            .parse(request)
                            .file()
                            .orElseThrow()
                            .filename());
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Download.of(storage.stored(request.getParameter("name"))).send(request, response);
        }
    }
}
