package org.assay.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.vmOption;

import java.io.File;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** A country of which the distribution knows nothing is installed while it runs, judges a network, and goes again. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NewRegimeIT {
    private static final String REGIME = "/regimes/zz-demo";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    @Inject
    private BundleContext context;

    private final Api api = new Api();

    /** The regime is built here, outside the container, which is told where it lies. */
    @Configuration
    public Option[] configuration() throws Exception {
        Path project =
                Path.of(System.getProperty("assay.it.distribution"), "../../..").normalize();
        Path clone = Path.of(System.getProperty("assay.it.work"), "new-" + UUID.randomUUID());
        MadeUpRegime regime = new MadeUpRegime(project, clone).make();
        return new Option[] {
            Distribution.options(),
            vmOption("-Dassay.it.bundle=" + regime.bundle()),
            vmOption("-Dassay.it.key=" + regime.publicKey()),
            vmOption("-Dassay.it.example=" + regime.example())
        };
    }

    @Test
    public void comesJudgesAndGoesWithoutTouchingAnyOtherBundle() throws Exception {
        api.awaitReady();
        assertEquals(404, api.get(REGIME).statusCode());
        try (BundleChanges others = new BundleChanges(context)) {
            trustItsAuthor();
            Bundle bundle =
                    context.installBundle(file("assay.it.bundle").toURI().toString());
            bundle.start();
            api.await(REGIME, "\"version\":\"2026.1.0\"");

            String audit = audited();
            assertTrue(audit, audit.contains("\"FAIL\":1") && audit.contains("\"UNKNOWN\":1"));

            bundle.uninstall();
            api.await(REGIME, 404);
            assertEquals("while a new country came and went", List.of(), others.seen());
        }
    }

    private void trustItsAuthor() throws Exception {
        String pem = Files.readString(file("assay.it.key").toPath()).replace("\n", "\\n");
        HttpResponse<String> trusted =
                api.post("/keys", "{\"publicKey\":\"" + pem + "\",\"regimes\":[\"zz-demo\"],\"label\":\"its author\"}");
        assertEquals(trusted.body(), 201, trusted.statusCode());
    }

    /** The finished audit of the example that came with the regime. */
    private String audited() throws Exception {
        String network = "/networks/zz-demo-example";
        HttpResponse<String> made =
                api.put(network, "{\"id\":\"zz-demo-example\",\"name\":\"An example\",\"country\":\"AQ\"}");
        assertEquals(made.body(), 201, made.statusCode());
        HttpResponse<String> facts = api.post(
                network + "/snapshots",
                Files.readString(file("assay.it.example").toPath()));
        assertEquals(facts.body(), 201, facts.statusCode());
        HttpResponse<String> audit = api.post(
                "/audits", "{\"network\":\"zz-demo-example\",\"regimes\":[\"zz-demo\"],\"asOf\":\"2026-11-21\"}");
        Matcher id = ID.matcher(audit.body());
        assertTrue(audit.body(), audit.statusCode() / 100 == 2 && id.find());
        api.await("/audits/" + id.group(1), "\"state\":\"done\"");
        return api.get("/audits/" + id.group(1)).body();
    }

    private static File file(String property) {
        return new File(System.getProperty(property));
    }
}
