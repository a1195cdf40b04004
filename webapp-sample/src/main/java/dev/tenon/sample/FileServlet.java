package dev.tenon.sample;

import dev.tenon.upload.UploadedFile;
import dev.tenon.upload.download.Download;
import dev.tenon.upload.resumable.ResumableUploads;
import dev.tenon.validation.Check;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Files in conversations. A page uploads to Tenon's own address for resumable uploads, and then posts here where the file lies: it becomes a
 * message like any other, stored with its bytes.
 */
@WebServlet("/api/files/*")
public final class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Answers 204 once the message is stored, and 410 if nothing lies there: then the page uploads it again. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Check check = Check.of(request);
        check.body("upload").required().isString().isLength(1, 2000);
        check.body("key").required().isString().isLength(1, 64);
        check.body("conversation").optional().toInt();
        Map<String, Object> form = check.vals();
        FileDesk desk = FileDesk.of(request, (Long) form.get("conversation"));
        String key = (String) form.get("key");
        boolean stored = desk.has(key) || claim(request, (String) form.get("upload"), key, desk);
        response.setStatus(stored ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_GONE);
    }

    private boolean claim(HttpServletRequest request, String upload, String key, FileDesk desk) throws IOException {
        Optional<UploadedFile> file = ResumableUploads.of(getServletContext()).claim(request, upload);
        if (file.isEmpty()) {
            return false;
        }
        try {
            desk.write(key, "", UploadedContent.of(file.get()));
            return true;
        } finally {
            file.get().delete();
        }
    }

    /** Answers with the file of a message: {@code /api/files/42/7}. A picture may be shown; nothing may run. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = String.valueOf(request.getPathInfo()).split("/", -1);
        if (path.length != 3 || !path[1].matches("\\d{1,18}") || !path[2].matches("\\d{1,9}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        long conversation = Long.parseLong(path[1]);
        int seq = Integer.parseInt(path[2]);
        Messages messages = DeskRooms.of(getServletContext()).desk().messages();
        Optional<Attachment> file = messages.at(conversation, seq).map(Message::file);
        if (file.isEmpty() || !FileDesk.mayRead(request, conversation)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.setHeader("Cache-Control", "private, max-age=86400"); // a message never changes
            Download.of(new StoredContent(
                            messages, conversation, seq, file.get().size()))
                    .filename(file.get().name())
                    .type(file.get().type())
                    .inline()
                    .send(request, response);
        }
    }
}
