package org.assay.rest.internal.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import java.util.Map;
import java.util.Set;
import org.assay.rest.internal.filter.TypedBodies;
import org.assay.rest.internal.json.Json;
import org.assay.rest.internal.problem.ProblemMapper;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** The Jersey application: exactly the resources and providers named here, nothing that a class path brings. */
public final class ApiApplication {
    private ApiApplication() {}

    /** Builds it; to be called under {@link Loader#asJersey}. */
    public static ResourceConfig of(Set<Object> resources) {
        ObjectMapper json = Json.mapper();
        return new ResourceConfig()
                .addProperties(Map.of(
                        CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                        CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                        ServerProperties.WADL_FEATURE_DISABLE, true,
                        // Without it an empty error goes through sendError, and Jetty answers with a page.
                        ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true))
                .register(new JacksonJsonProvider(json))
                // As a class: Jersey injects the request's address into what it makes itself.
                .register(ProblemMapper.class)
                .register(TypedBodies.class)
                .registerInstances(resources);
    }
}
