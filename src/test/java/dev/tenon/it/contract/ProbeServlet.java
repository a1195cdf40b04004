package dev.tenon.it.contract;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Runs the probe that the path names. */
@WebServlet(urlPatterns = "/p/*", asyncSupported = true)
public final class ProbeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Probe> PROBES = new HashMap<>();

    static {
        PROBES.putAll(LifeProbes.ALL);
        PROBES.putAll(AttributeProbes.ALL);
        PROBES.putAll(DispatchProbes.ALL);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO);
        String path = included == null ? request.getPathInfo() : (String) included;
        Probe probe = PROBES.get(path.substring(1));
        if (probe == null) {
            response.sendError(404);
            return;
        }
        try {
            Object answer = probe.run(request, response);
            if (answer != null) {
                response.setContentType("text/plain;charset=UTF-8");
                response.getWriter().print(answer);
            }
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
