package org.assay.rest.internal.resource;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** All resources of the API, made once from the services that they use. */
@Component(service = ApiResources.class)
public final class ApiResources {
    private final Set<Object> instances;

    /** A new resource is added here, with the services that it needs as parameters. */
    @Activate
    public ApiResources() {
        instances = Set.of(new HealthResource());
    }

    /** The instances that Jersey serves, each from many threads at once. */
    public Set<Object> instances() {
        return instances;
    }
}
