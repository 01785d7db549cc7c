package org.assay.rest.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.assay.rest.internal.json.Json;
import org.assay.rest.internal.problem.Problem;
import org.assay.rest.internal.problem.ProblemType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Answers what no other servlet does, so that nobody is shown a page of the web server: 404 outside the API, and 503
 * inside it while it starts.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/*")
public final class FallbackServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient ObjectMapper json = Json.mapper();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problem(request.getRequestURI());
        response.setStatus(problem.status());
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", "1");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private static Problem problem(String path) {
        if (path.equals(ApiServlet.BASE) || path.startsWith(ApiServlet.BASE + "/")) {
            return Problem.of(ProblemType.STARTING, "The API is not up yet.")
                    .remedy("Ask again in a second.")
                    .with("instance", path);
        }
        return Problem.of(ProblemType.UNKNOWN_PATH, "Nothing is served at this path.")
                .remedy("The API is under " + ApiServlet.BASE + ".")
                .with("instance", path);
    }
}
