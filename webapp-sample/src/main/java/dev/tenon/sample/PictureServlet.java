package dev.tenon.sample;

import dev.tenon.upload.Upload;
import dev.tenon.upload.UploadForm;
import dev.tenon.upload.UploadServlet;
import dev.tenon.validation.Check;
import dev.tenon.validation.ValidationException;
import dev.tenon.validation.Violation;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;

/**
 * Takes a picture or a receipt from a customer. A browser that shows pages is told in a sentence how it went, a client that accepts JSON
 * in JSON. The file of a form that is refused is deleted by the check itself.
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
            check(form, request);
            super.uploaded(form, request, response);
        } else {
            answer(response, form, request);
        }
    }

    private static void check(UploadForm form, HttpServletRequest request) {
        Check check = Check.of(request);
        check.field("uname").trim().isLength(6, 20, "请填写用户名");
        check.field("file").check(form.file().isPresent(), "请选择文件");
        check.vals();
    }

    private static void answer(HttpServletResponse response, UploadForm form, HttpServletRequest request)
            throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        try {
            check(form, request);
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
