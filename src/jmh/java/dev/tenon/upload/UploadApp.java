package dev.tenon.upload;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.commons.fileupload2.core.MultipartInput;

/**
 * An application under load, one path for each way to bring a form with a file to a disk: {@code tenon}, with {@code tenon-sha} for digest and signatures;
 * {@code raw}, which copies the body as it is, with {@code raw-sha} its digest, and with {@code raw-fill} in writes of 64 KiB, whatever the container hands out at a time;
 * {@code part} and {@code fileupload}, the ways of others.
 * Arguments: the port, and the folder for the files.
 */
public final class UploadApp {
    private static final int BUFFER = 64 << 10;

    private final Path folder;

    private UploadApp(Path folder) {
        this.folder = folder;
    }

    /** Runs until it is ended. */
    public static void main(String[] arguments) throws Exception {
        new UploadApp(Files.createDirectories(Path.of(arguments[1]))).run(Integer.parseInt(arguments[0]));
    }

    private void run(int port) throws Exception {
        Path base = Files.createTempDirectory("load");
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", base.toString());
        add(context, "tenon", new Tenon(false));
        add(context, "tenon-sha", new Tenon(true));
        add(context, "raw", new Way((request, out) -> copy(request.getInputStream(), out)));
        add(context, "raw-fill", new Way((request, out) -> copyFilled(request.getInputStream(), out)));
        add(context, "raw-sha", new Way((request, out) -> digest(request.getInputStream(), out)));
        add(context, "part", new Parts())
                .setMultipartConfigElement(new MultipartConfigElement(folder.toString(), -1, -1, 0));
        add(context, "fileupload", new Way(UploadApp::fileUpload));
        add(context, "wipe", new Wipe());
        tomcat.start();
        System.out.println("up " + ProcessHandle.current().pid());
        tomcat.getServer().await();
    }

    private static Wrapper add(Context context, String name, HttpServlet servlet) {
        Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
        context.addServletMappingDecoded("/" + name, name);
        return wrapper;
    }

    private Path next() {
        return folder.resolve(UUID.randomUUID().toString());
    }

    private static void answer(HttpServletResponse response) throws IOException {
        byte[] ok = "{\"ok\":true}".getBytes(StandardCharsets.US_ASCII);
        response.setContentType("application/json");
        response.setContentLength(ok.length);
        response.getOutputStream().write(ok);
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
    }

    private static void copyFilled(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = in.readNBytes(buffer, 0, BUFFER); count > 0; count = in.readNBytes(buffer, 0, BUFFER)) {
            out.write(buffer, 0, count);
        }
    }

    private static void digest(InputStream in, OutputStream out) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
            digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fileUpload(HttpServletRequest request, OutputStream out) throws IOException {
        String type = request.getContentType();
        MultipartInput input = MultipartInput.builder()
                .setInputStream(request.getInputStream())
                .setBoundary(type.substring(type.indexOf("boundary=") + 9).getBytes(StandardCharsets.US_ASCII))
                .get();
        for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
            boolean file = input.readHeaders().contains("filename");
            InputStream in = input.newInputStream();
            copy(in, file ? out : OutputStream.nullOutputStream());
        }
    }

    private interface Work {
        void run(HttpServletRequest request, OutputStream out) throws IOException;
    }

    private final class Way extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Work work;

        Way(Work work) {
            this.work = work;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try (OutputStream out = Files.newOutputStream(next())) {
                work.run(request, out);
            }
            answer(response);
        }
    }

    private final class Tenon extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Upload upload;

        Tenon(boolean sha256) {
            upload = Upload.with(UploadOptions.builder()
                            .destination(folder)
                            .limits(limits -> limits.fileSize(1L << 40).files(1000))
                            .sha256(sha256)
                            .build())
                    .any();
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            upload.parse(request).file().orElseThrow().sha256();
            answer(response);
        }
    }

    private final class Parts extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            for (Part part : request.getParts()) {
                if (part.getSubmittedFileName() != null) {
                    part.write(next().toString());
                }
            }
            answer(response);
        }
    }

    private final class Wipe extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.deleteIfExists(file);
                }
            }
            answer(response);
        }
    }
}
