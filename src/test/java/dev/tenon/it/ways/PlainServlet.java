package dev.tenon.it.ways;

import dev.tenon.upload.Upload;
import dev.tenon.upload.UploadForm;
import dev.tenon.upload.UploadedFile;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet of the application. */
@WebServlet("/plain")
public final class PlainServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(received(request));
    }

    static String received(HttpServletRequest request) throws IOException {
        UploadForm form = Upload.single("file").parse(request);
        UploadedFile file = form.file().orElseThrow();
        String text = form.field("uname").orElseThrow() + " sent " + file.originalname() + " of " + file.size();
        form.discard();
        return text;
    }
}
