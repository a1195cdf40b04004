package dev.tenon.docs;

import dev.tenon.Tenon;
import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.fallback.Rewrite;
import dev.tenon.realtime.Handshake;
import dev.tenon.realtime.Namespace;
import dev.tenon.realtime.Realtime;
import dev.tenon.realtime.Socket;
import dev.tenon.realtime.admin.AdminMode;
import dev.tenon.realtime.cdi.OnEvent;
import dev.tenon.session.KeyValueSessionStore;
import dev.tenon.upload.FileScanner;
import dev.tenon.upload.Upload;
import dev.tenon.upload.UploadException;
import dev.tenon.upload.UploadField;
import dev.tenon.upload.UploadForm;
import dev.tenon.upload.UploadOptions;
import dev.tenon.upload.UploadServlet;
import dev.tenon.upload.UploadedFile;
import dev.tenon.upload.download.Download;
import dev.tenon.upload.resumable.ResumableUploads;
import dev.tenon.upload.s3.S3Storage;
import dev.tenon.validation.Check;
import dev.tenon.validation.Field;
import dev.tenon.validation.Rejection;
import dev.tenon.validation.Unknown;
import dev.tenon.validation.cdi.Validated;
import dev.tenon.validation.sanitize.BlankToNull;
import dev.tenon.validation.sanitize.DefaultValue;
import dev.tenon.validation.sanitize.Lowercase;
import dev.tenon.validation.sanitize.Trim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Principal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;

/** The code of the README and the guides, so that the compiler reads it, too. */
@SuppressWarnings({"serial", "UnusedNestedClass"})
final class Snippets {
    private Snippets() {}

    /** The examples of the README, one for each feature. */
    static final class Readme extends HttpServlet implements TenonConfigurer {
        void upload(HttpServletRequest request) throws IOException {
            UploadForm form = Upload.single("photo").parse(request); // too large, cut off …: answered as in multer
            UploadedFile photo = form.file().orElseThrow();
            log(photo.originalname() + ", " + photo.size() + " bytes, lies in " + photo.path());
        }

        Object validation(HttpServletRequest request) {
            Check check = Check.of(request);
            check.field("uname").trim().isLength(6, 20, "6 to 20 characters, please");
            check.field("age").toInt().gte(18);
            Map<String, Object> vals = check.vals(); // refused: 422, and what was uploaded is deleted
            SignUp form = check.as(SignUp.class); // or a record with @Email, @NotBlank …, and @Validated for beans
            return List.of(vals, form);
        }

        void session(HttpServletRequest request) {
            request.getSession(); // from MySQL, by one statement
            request.changeSessionId();
            request.getSession().setAttribute("agent", "mia");
        }

        @Override
        public void configure(TenonSetup setup) {
            setup.fallback(fallback -> fallback.rewrites(Rewrite.of("/admin/**", "/admin/index.html"))
                    .exclude("/legacy"));
        }

        void realtime(ServletContext context) {
            Realtime io = Tenon.of(context).realtime();
            io.onConnection(socket -> socket.on("chat message", args -> {
                io.to(args.text(0)).emit("chat message", args.text(1));
                args.ack("sent");
            }));
        }
    }

    @WebServlet("/profile")
    public static class ProfileServlet extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            UploadForm form = Upload.single("file").parse(request);
            Check check = Check.of(request);
            check.field("uname").trim().isLength(6, 20, "请填写用户名");
            String uname = (String) check.vals().get("uname"); // refused: 422, and the file is deleted
            form.file().ifPresent(file -> log(uname + " sent " + file.originalname() + ", stored in " + file.path()));
        }
    }

    public static final class FolderStore extends KeyValueSessionStore {
        private final Path folder;

        public FolderStore(Path folder) {
            this.folder = folder;
        }

        @Override
        protected Optional<byte[]> get(String key) throws IOException {
            Path file = file(key);
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        }

        @Override
        protected void set(String key, byte[] value, Optional<Duration> maxAge) throws IOException {
            Path whole = Files.write(Files.createTempFile(folder, "session", ".part"), value);
            Files.move(whole, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        protected void destroy(String key) throws IOException {
            Files.deleteIfExists(file(key));
        }

        private Path file(String key) {
            return folder.resolve(key.replace(':', '-'));
        }
    }

    public static class Watch implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.realtimeAdmin(
                    admin -> admin.handshake(Watch::isOperator).readonly(true).mode(AdminMode.PRODUCTION));
        }

        private static boolean isOperator(Handshake handshake) {
            AtomicBoolean operator = new AtomicBoolean();
            handshake
                    .session()
                    .ifPresent(session -> session.access(http -> operator.set(http.getAttribute("operator") != null)));
            return operator.get();
        }
    }

    @WebListener
    public static class Chat implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            Realtime io = Tenon.of(event.getServletContext()).realtime();
            io.onConnection(socket -> socket.on("chat message", args -> {
                io.to(args.text(0)).emit("chat message", args.text(1));
                args.ack("sent");
            }));
        }
    }

    @WebListener
    public static class Workshop implements ServletContextListener {
        public record Order(String item, int count, List<String> options) {}

        @Override
        public void contextInitialized(ServletContextEvent event) {
            ServletContext context = event.getServletContext();
            Realtime io = Tenon.of(context).realtime();
            io.onConnection(socket -> {
                socket.use((packet, next) -> {
                    if (packet.size() > 3) {
                        next.refuse("too much"); // no handler hears it; onError does
                    } else {
                        next.run();
                    }
                });
                socket.on("chat message", String.class, String.class, (to, text) -> socket.to(to)
                        .emit("chat message", text));
                socket.on("order", Order.class, (order, ack) -> ack.send("ordered", order.count()));
                socket.onError((error, packet) -> packet.ack(Map.of("error", error.getMessage())));
                socket.onAny(packet -> context.log(packet.event()));
                socket.timeout(Duration.ofSeconds(5))
                        .emitWithAck("ready?", 1)
                        .thenAccept(answer -> context.log(answer.text(0)));
            });
        }
    }

    public static final class ShopConfigurer implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.session(session -> session.key("shop").maxAge(Duration.ofDays(7)))
                    .fallback(fallback -> fallback.exclude("/legacy"));
        }
    }

    @WebServlet("/application")
    public static class ApplicationServlet extends HttpServlet {
        private static final UploadOptions OPTIONS = UploadOptions.builder()
                .extensions("pdf", "jpg", "png")
                .sha256(true)
                .fileFilter((request, file) -> !file.originalname().startsWith("~")) // false: passed over
                .build();

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            UploadForm form = Upload.with(OPTIONS)
                    .fields(
                            UploadField.of("portrait", 1).fileSize(2 << 20).extensions("jpg", "png"),
                            UploadField.of("papers", 5)) // limits of its own for each field
                    .parse(request);
            for (UploadedFile file : form.files()) {
                log(file.originalname() + " " + file.sha256().orElseThrow());
            }
        }
    }

    public static final class Scanning implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            FileScanner clamd = FileScanner.clamd("scanner.internal", 3310, Duration.ofSeconds(30));
            setup.upload(upload -> upload.scanner(clamd.andThen((file, content) -> {
                if (content.size() == 0) {
                    throw UploadException.refused(file, "It is empty.");
                }
            })));
        }
    }

    @WebListener
    public static class Progress implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            Realtime io = Tenon.of(event.getServletContext()).realtime();
            io.onConnection(socket -> socket.on("watch", args -> socket.join("upload:" + args.text(0))));
        }
    }

    @WebServlet("/drawings")
    public static class DrawingServlet extends UploadServlet {
        private final UploadOptions options =
                UploadOptions.builder().progress(this::tell).build();

        @Override
        protected Upload upload() {
            return Upload.with(options).single("drawing");
        }

        private void tell(HttpServletRequest request, long received, long total) {
            Realtime io = Tenon.of(getServletContext()).realtime();
            io.to("upload:" + request.getParameter("upload")).emit("progress", received, total);
        }
    }

    public static final class OnS3 implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            S3Client client = S3Client.create(); // region and credentials as the SDK finds them
            setup.upload(upload -> upload.storage(S3Storage.of(client, "shop").prefix("uploads/")));
        }
    }

    @WebServlet("/receipt")
    public static class ReceiptServlet extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Path path = receiptOf(request.getUserPrincipal()); // your table of files, never the client's word
            Download.of(path)
                    .filename("收据.pdf")
                    .type("application/pdf")
                    .inline()
                    .send(request, response);
        }
    }

    private static Path receiptOf(Principal customer) {
        return Path.of("/var/lib/shop/receipts", Integer.toHexString(customer.hashCode()));
    }

    @WebServlet("/order")
    public static class OrderServlet extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            ResumableUploads uploads = ResumableUploads.of(getServletContext());
            uploads.claim(request, request.getParameter("drawing")).ifPresent(file -> log(file.originalname()));
        }
    }

    @WebServlet("/pictures")
    @MultipartConfig
    public static class PictureServlet extends UploadServlet {
        @Override
        protected Upload upload() {
            return Upload.with(UploadOptions.builder()
                            .destination(Path.of("/var/lib/shop/pictures"))
                            .limits(limits -> limits.fileSize(2 << 20).files(5))
                            .build())
                    .array("pictures", 5);
        }
    }

    public static final class RegisterServlet extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request);
            check.body("email").required("an address, please").trim().isEmail();
            check.body("age").toInt("a number, please").checkPred(age -> (Long) age >= 18, "18 or older");
            check.body("newsletter").defaultTo("false").toBoolean();
            check.query("from").optional().isIn(List.of("home", "shop"));
            Map<String, Object> vals = check.vals(); // throws if anything was refused; holds only what was asked for
            response.getWriter().print("welcome, " + vals.get("email"));
        }
    }

    @Validated
    @ApplicationScoped
    public static class Orders {
        public String order(@NotBlank String product, @Min(1) @Max(99) int count) {
            return count + " of " + product;
        }
    }

    @ApplicationScoped
    public static class OrderEvents {
        @Inject
        private Orders orders;

        @OnEvent("order")
        public String order(String product, int count) {
            return orders.order(product, count); // the answer
        }
    }

    @WebServlet("/sign-in")
    public static class SignInServlet extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) {
            request.getSession(); // the stored one, made if there is none
            request.changeSessionId(); // what was known before signing in is worth nothing after
            request.getSession().setAttribute("agent", "mia");
        }
    }

    @ApplicationScoped
    public static class Kitchen {
        @OnEvent("order")
        String order(Socket socket, String dish, int count) {
            socket.to("cooks").emit("order", dish, count);
            return "ordered"; // the answer
        }

        @OnEvent(value = "disconnect", namespace = "/cooks")
        void left(Socket socket, String reason) {
            socket.broadcast().emit("left", socket.id());
        }
    }

    @WebListener
    public static class Desk implements ServletContextListener {
        @Override
        public void contextInitialized(ServletContextEvent event) {
            Realtime io = Tenon.of(event.getServletContext()).realtime();
            Namespace desk = io.of("/desk");
            desk.use((socket, next) -> {
                if (agent(socket).isPresent()) {
                    next.run();
                } else {
                    next.refuse("unauthorized"); // the client's connect_error
                }
            });
            desk.onConnection(socket -> {
                socket.join("agents");
                socket.on("note", args -> socket.to("agents").emit("note", args.text(0)));
                socket.onDisconnect(reason -> desk.to("agents").emit("left", socket.id()));
            });
        }

        private static Optional<String> agent(Socket socket) {
            AtomicReference<String> agent = new AtomicReference<>();
            socket.handshake()
                    .session()
                    .ifPresent(session -> session.access(http -> agent.set((String) http.getAttribute("agent"))));
            return Optional.ofNullable(agent.get());
        }
    }

    static void ask(Realtime io, long ticket) {
        io.in("agents")
                .timeout(Duration.ofSeconds(2))
                .emitWithAck("who takes it?", ticket)
                .whenComplete((answers, late) -> {
                    if (late == null) {
                        io.in("agents").emit("taken", ticket, answers.size());
                    }
                });
    }

    public static final class Pages implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.fallback(fallback -> fallback.rewrites(
                            Rewrite.of("/admin/**", "/admin/index.html"),
                            Rewrite.of("^/shop/(de|fr)/", "/shop-$1.html"),
                            Rewrite.of(
                                    "^/t/(\\w+)",
                                    context -> page(context.match().group(1))))
                    .exclude("/legacy", "^/export/\\d+$")
                    .config(request -> Map.of("api", "https://api.example", "user", request.isUserInRole("agent"))));
        }
    }

    private static String page(String name) {
        return "/" + name + ".html";
    }

    public static final class BasketServlet extends HttpServlet {
        private final Accounts accounts = new Accounts();

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request).path("/orders/{id}").unknown(Unknown.REFUSE);
            check.param("id").toInt();
            check.body("items.*.qty").required().toInt().gte(1).lte(99);
            Field kind = check.body("kind").isIn(List.of("firm", "person"));
            check.body("vat").requiredIf(kind, "firm").with(BasketServlet::vatNumber);
            Field password = check.body("password").isLength(8, 200);
            check.body("again").sameAs(password);
            check.body("uname").isNotConfusable().checkAsync(accounts::isFree, "this name is taken");
            check.file("picture")
                    .optional()
                    .isFileSize(1, 1_000_000)
                    .isFileType(List.of("image/*"))
                    .isImageAtMost(4_000, 4_000);
            response.getWriter().print(check.vals().keySet());
        }

        private static Field vatNumber(Field field) {
            return field.trim().uppercase().match(Pattern.compile("^[A-Z]{2}[0-9A-Z]{2,13}$"));
        }
    }

    /** The application's accounts. */
    static final class Accounts {
        CompletionStage<Boolean> isFree(Object name) {
            return CompletableFuture.completedStage(!name.equals("admin"));
        }
    }

    public record SignUp(
            @Trim @Lowercase @Email @NotNull String email,
            @NotBlank @Size(min = 6, max = 20) String uname,
            @Min(18) int age,
            @BlankToNull LocalDate born,
            @DefaultValue("de") String language,
            List<@NotBlank String> interests) {}

    @Trim
    @Lowercase
    @Email
    @Constraint(validatedBy = {})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Mail {
        String message() default "no address";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @WebServlet("/sign-up")
    public static class SignUpPage extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Optional<Rejection> rejection = Rejection.of(request);
            request.setAttribute(
                    "error", rejection.map(it -> it.message("uname")).orElse(""));
            request.setAttribute("typed", rejection.map(it -> it.input("uname")).orElse(""));
        }
    }

    public static final class SignUpServlet extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Check check = Check.of(request);
            if (check.dryRun(response, SignUp.class)) {
                return;
            }
            SignUp form = check.as(SignUp.class);
            response.getWriter().print("welcome, " + form.uname());
        }
    }
}
