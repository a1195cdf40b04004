package dev.tenon.upload;

import dev.tenon.kernel.HttpProblem;
import dev.tenon.kernel.TenonException;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Servlets of an application that receives uploads. */
final class UploadServlets {
    private UploadServlets() {}

    /** A servlet of an application, without {@code @MultipartConfig}. */
    static final class Own extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            UploadForm form = Upload.single("file").parse(request);
            response.getWriter().print(form == Upload.none().parse(request) ? "same" : "another");
        }
    }

    /** Tells when a request ended, and how. */
    static final class Watched extends UploadServlet {
        private static final long serialVersionUID = 1L;

        private final transient Semaphore ended = new Semaphore(0);
        private volatile String surprise;

        /** Returns one permit for each request that ended. */
        Semaphore ended() {
            return ended;
        }

        /** Returns what happened to a request other than that its client went away; null for nothing. */
        String surprise() {
            return surprise;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            try {
                super.doPost(request, response);
                surprise = "parsed";
            } catch (UploadException e) {
                surprise = e.code() == UploadCode.STREAM_DESTROYED ? surprise : e.toString();
            } finally {
                ended.release();
            }
        }
    }

    /** Fails after the form was received. */
    static final class Refused extends UploadServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void uploaded(UploadForm form, HttpServletRequest request, HttpServletResponse response)
                throws ServletException {
            TenonException refusal = new TenonException(HttpProblem.of(422, "no", null), null);
            switch (form.field("throw").orElseThrow()) {
                case "TenonException" -> throw refusal;
                case "ServletException" -> throw new ServletException(refusal);
                default -> throw new IllegalStateException("another");
            }
        }
    }

    /** Asks for a parameter too early. */
    @MultipartConfig
    static final class ParametersFirst extends UploadServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            request.getParameter("uname");
            super.doPost(request, response);
        }
    }

    /** Reads the body itself. */
    static final class StreamFirst extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getInputStream().readAllBytes();
            Upload.any().parse(request);
        }
    }
}
