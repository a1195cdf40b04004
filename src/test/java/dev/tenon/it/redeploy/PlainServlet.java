package dev.tenon.it.redeploy;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Stands for an application that has nothing of Tenon, but a filter, and a setting that it asks MicroProfile Config for, where the server has it. */
@WebServlet("/everything")
public final class PlainServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(greeting());
    }

    private static String greeting() {
        try {
            return ConfigProvider.getConfig()
                    .getOptionalValue("greeting", String.class)
                    .orElse("plain");
        } catch (LinkageError | IllegalStateException none) {
            return "plain";
        }
    }
}
