package org.assay.rest.internal.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

/** Keeps answers out of caches, and keeps browsers from taking text of a document for a page. */
public final class SafeHeaders implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Cache-Control", "no-store");
        boolean page = MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType());
        String own = page && response.hasEntity() ? " style-src 'unsafe-inline';" : "";
        headers.putSingle("Content-Security-Policy", "default-src 'none';" + own + " frame-ancestors 'none'");
        headers.add("Vary", "Accept, Accept-Language, Authorization");
    }
}
