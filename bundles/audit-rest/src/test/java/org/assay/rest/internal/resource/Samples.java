package org.assay.rest.internal.resource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assay.rest.internal.resource.TestApi.Reply;

/** For every call and every status that the document names, a request that is answered so. */
final class Samples {
    private Samples() {}

    static Map<String, Function<TestApi, Reply>> all() {
        Map<String, Function<TestApi, Reply>> all = new LinkedHashMap<>();
        List.of(new RuleSamples(), new NetworkSamples(), new AuditSamples(), new ServiceSamples())
                .forEach(some -> all.putAll(some.all()));
        return all;
    }
}
