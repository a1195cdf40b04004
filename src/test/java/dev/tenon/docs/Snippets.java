package dev.tenon.docs;

import dev.tenon.Tenon;
import dev.tenon.TenonConfigurer;
import dev.tenon.TenonSetup;
import dev.tenon.realtime.Realtime;
import dev.tenon.upload.Upload;
import dev.tenon.upload.UploadForm;
import dev.tenon.validation.Check;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** The code of the README and the guides, so that the compiler reads it, too. */
@SuppressWarnings({"serial", "UnusedNestedClass"})
final class Snippets {
    private Snippets() {}

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

    public static final class ShopConfigurer implements TenonConfigurer {
        @Override
        public void configure(TenonSetup setup) {
            setup.session(session -> session.key("shop").maxAge(Duration.ofDays(7)))
                    .fallback(fallback -> fallback.exclude("/legacy"));
        }
    }
}
