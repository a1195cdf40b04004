package dev.tenon.sample;

import dev.tenon.upload.Upload;
import dev.tenon.upload.UploadForm;
import dev.tenon.upload.UploadServlet;
import dev.tenon.upload.UploadedFile;
import dev.tenon.validation.Check;
import dev.tenon.validation.ValidationException;
import dev.tenon.validation.Violation;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes a picture or a receipt from a customer into the conversation, under the name that the form says. A client that accepts JSON is told in its language what is wrong; the form of a page without
 * scripts is answered by the tutorial's sentence, in Chinese. The file of a form that is refused is deleted by the check itself.
 */
@WebServlet("/upload")
@MultipartConfig
public final class PictureServlet extends UploadServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected Upload upload() {
        return Upload.single("file");
    }

    @Override
    protected void uploaded(UploadForm form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (acceptsJson(request)) {
            accept(Check.of(request), form, request);
            super.uploaded(form, request, response);
        } else {
            answer(response, form, request);
        }
    }

    private static void accept(Check check, UploadForm form, HttpServletRequest request) throws IOException {
        check.field("uname").trim().isLength(6, 20, "{desk.uname}");
        check.field("file").check(form.file().isPresent(), "{desk.file}");
        String uname = (String) check.vals().get("uname");
        if (Visitor.customer(request.getSession(false)).isPresent()) {
            send(form.file().orElseThrow(), uname, FileDesk.of(request, null));
        }
    }

    /** A customer whom the desk knows sends it into the conversation; from anybody else it stays where uploads lie. */
    private static void send(UploadedFile file, String uname, FileDesk desk) throws IOException {
        desk.write(UUID.randomUUID().toString(), uname, UploadedContent.of(file));
        file.delete();
    }

    private static void answer(HttpServletResponse response, UploadForm form, HttpServletRequest request)
            throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try {
            accept(Check.of(request).languages(Locale.CHINESE), form, request);
            response.getWriter().write("上传成功！");
        } catch (ValidationException e) {
            response.setStatus(e.problem().status());
            response.getWriter().write("校验错误：" + tips(e));
        }
    }

    private static String tips(ValidationException refusal) {
        return refusal.errors().stream().map(Violation::message).collect(Collectors.joining("；"));
    }

    private static boolean acceptsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json");
    }
}
