package dev.tenon.upload;

import dev.tenon.json.Json;
import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.web.ProblemAnswer;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Receives uploads and answers what it received. Ready to use, mapped by the key {@code tenon.upload.path}; or extended by an application,
 * which maps its own class.
 *
 * <p>Limits of the container are left open: Tenon's own rule, which are the same on every server.
 */
@MultipartConfig
public class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Makes the servlet, which keeps no state. */
    public UploadServlet() {}

    /** Answers POST, and any other method with 405. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST")) {
            doPost(request, response);
        } else {
            response.setHeader("Allow", "POST");
            ProblemAnswer.write(request, response, HttpProblem.of(405, "Only POST is allowed here", null));
        }
    }

    /** Reads the form as {@link #upload()} says, and gives it to {@link #uploaded}. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        uploaded(upload().parse(request), request, response);
    }

    /** Returns which files a form may bring; any, unless a subclass says otherwise. */
    protected Upload upload() {
        return Upload.any();
    }

    /**
     * Does what is to be done with a form that was received. This one answers 200 and JSON: {@code files}, a list with multer's keys but
     * without where they lie on the server, and {@code fields}, the list of texts of each name. When a subclass throws a
     * {@link dev.tenon.kernel.TenonException}, such as that of a validation, the files are deleted.
     */
    protected void uploaded(UploadForm form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("files", form.files().stream().map(UploadServlet::shown).toList());
        answer.put("fields", form.fields());
        byte[] json = Json.write(answer).getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    private static Map<String, Object> shown(UploadedFile file) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("fieldname", file.fieldname());
        keys.put("originalname", file.originalname());
        keys.put("encoding", file.encoding());
        keys.put("mimetype", file.mimetype());
        keys.put("size", file.size());
        keys.put("filename", file.filename());
        return keys;
    }
}
