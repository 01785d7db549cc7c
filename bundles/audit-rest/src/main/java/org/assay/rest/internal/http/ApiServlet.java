package org.assay.rest.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOError;
import java.io.IOException;
import org.assay.rest.internal.export.Streams;
import org.assay.rest.internal.resource.ApiResources;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The one servlet of the API. What it serves is fixed when it starts: regimes come and go behind the services that the
 * resources use, so no request is lost to a reload.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern(ApiServlet.PATTERN)
@HttpWhiteboardServletAsyncSupported
public final class ApiServlet implements Servlet {
    static final String BASE = "/api/v1";
    static final String PATTERN = BASE + "/*";

    private final ServletContainer jersey;

    /** Builds the application; nothing is served before {@link #init}. */
    @Activate
    public ApiServlet(@Reference ApiResources resources) throws Exception {
        jersey = Loader.asJersey(() -> new ServletContainer(ApiApplication.of(resources.instances())));
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        try {
            Loader.asJersey(() -> {
                jersey.init(config);
                return jersey;
            });
        } catch (ServletException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException("The API cannot start", e);
        }
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (!(response instanceof HttpServletResponse http)) {
            throw new ServletException("The API speaks HTTP only");
        }
        jersey.service(request, new OpenResponse(http));
        if (request.getAttribute(Streams.BROKEN) != null && http.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
            // Makes the web server break the connection: an orderly end would pass the part for the whole. An error,
            // because the whiteboard catches exceptions and then ends the response in order.
            throw new IOError(new IOException("A stream broke off after its answer had begun"));
        }
    }

    @Override
    public void destroy() {
        jersey.destroy();
    }

    @Override
    public ServletConfig getServletConfig() {
        return jersey.getServletConfig();
    }

    @Override
    public String getServletInfo() {
        return "Assay API";
    }
}
