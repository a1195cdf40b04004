package dev.tenon.it.little;

import dev.tenon.validation.Check;
import dev.tenon.validation.Rejection;
import dev.tenon.validation.sanitize.DefaultValue;
import dev.tenon.validation.sanitize.Lowercase;
import dev.tenon.validation.sanitize.Trim;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Takes a form or JSON: checks some of it, and makes a record of all. */
@WebServlet("/sign-up.do")
public final class SignUpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("session".equals(request.getQueryString())) {
            request.getSession();
        }
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print(Rejection.of(request)
                        .map(it -> it.message("uname") + " " + it.input("uname") + it.input("password"))
                        .orElse("empty"));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Check check = Check.of(request);
        check.body("uname").required().trim().isLength(6, 20);
        check.query("page").defaultTo(1).toInt();
        check.header("X-Version").optional().toInt();
        check.cookie("theme").optional().isIn(List.of("light", "dark"));
        SignUp form = check.as(SignUp.class);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(form);
    }

    /** What comes in. */
    public record SignUp(
            String uname,
            int qty,
            @Trim @Lowercase String email,
            @DefaultValue("de") String language,
            List<Line> lines) {}

    /** A row of it. */
    public record Line(int n) {}
}
