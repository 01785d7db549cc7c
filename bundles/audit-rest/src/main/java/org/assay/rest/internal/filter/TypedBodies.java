package org.assay.rest.internal.filter;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import org.assay.rest.internal.problem.ApiException;
import org.assay.rest.internal.problem.Problem;
import org.assay.rest.internal.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Refuses a body that does not say what it is: Jersey would take it for any of the types that a path takes. */
public final class TypedBodies implements ContainerRequestFilter {
    @Context
    private @Nullable ResourceInfo resource;

    /** Jersey injects the call that was matched. */
    public TypedBodies() {
        this.resource = null;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean reads = resource != null
                && resource.getResourceMethod() != null
                && resource.getResourceMethod().isAnnotationPresent(Consumes.class);
        if (reads && request.getMediaType() == null && request.hasEntity()) {
            throw new ApiException(
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body comes without a header Content-Type.")
                            .remedy(ProblemType.TYPES_TAKEN));
        }
    }
}
