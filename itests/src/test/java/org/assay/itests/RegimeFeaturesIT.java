package org.assay.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Regimes come and go while the service runs, by Karaf's own means and its default options. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class RegimeFeaturesIT {
    private static final List<String> REGIMES =
            List.of("de-bsi", "fr-anssi", "uk-ncsc", "eu-toolbox", "us-trust", "prague");

    @Inject
    private FeaturesService features;

    @Inject
    private BundleContext context;

    private final Api api = new Api();

    @Configuration
    public Option[] configuration() {
        return new Option[] {Distribution.options()};
    }

    @Before
    public void isReady() throws Exception {
        api.awaitReady();
    }

    @Test
    public void bootsWithoutAnyRegime() {
        assertEquals(List.of(), bundlesOf("org.assay.regime-"));
        assertTrue(isActive("org.assay.audit-core"));
        assertTrue(isActive("org.assay.audit-rest"));
    }

    @Test
    public void asksForATokenAndAnswersAnUnknownPathWithAProblem() throws Exception {
        assertEquals(401, api.getOpenly("/nowhere").statusCode());

        HttpResponse<String> unknown = api.get("/nowhere");
        assertEquals(404, unknown.statusCode());
        assertEquals(
                "application/problem+json",
                unknown.headers().firstValue("Content-Type").orElse("none"));
    }

    @Test
    public void offersARegimeThroughTheApiAsLongAsItIsInstalled() throws Exception {
        assertEquals(404, api.get("/regimes/uk-ncsc").statusCode());

        features.installFeature("assay-regime-uk-ncsc");
        api.await("/regimes/uk-ncsc", 200);
        assertTrue(api.get("/regimes/uk-ncsc/requirements").body().contains("UK-DVD-01"));
        // A regime that is away for a moment, as in an update, is not gone: the answer changes after its grace.
        features.uninstallFeature("assay-regime-uk-ncsc");
        api.await("/regimes/uk-ncsc", 404);
    }

    @Test
    public void hasEveryRegimeInsideItself() throws Exception {
        for (String regime : REGIMES) {
            assertNotNull(regime, features.getFeature("assay-regime-" + regime));
        }
    }

    @Test
    public void installsAndRemovesARegimeWithoutTouchingAnyOtherBundle() throws Exception {
        for (String regime : REGIMES) {
            try (BundleChanges others = new BundleChanges(context)) {
                features.installFeature("assay-regime-" + regime);
                assertTrue(regime + " is active", isActive("org.assay.regime-" + regime));
                assertEquals(200, api.get("/regimes").statusCode());

                features.uninstallFeature("assay-regime-" + regime);
                assertFalse(
                        regime + " is gone", find("org.assay.regime-" + regime).isPresent());
                assertEquals(200, api.get("/regimes").statusCode());

                assertEquals("while " + regime + " came and went", List.of(), others.seen());
            }
        }
    }

    @Test
    public void removesOneRegimeAndLeavesAnother() throws Exception {
        features.installFeature("assay-regime-de-bsi");
        features.installFeature("assay-regime-fr-anssi");

        features.uninstallFeature("assay-regime-de-bsi");

        assertFalse(isInstalled("assay-regime-de-bsi"));
        assertTrue(isInstalled("assay-regime-fr-anssi"));
        assertTrue(isActive("org.assay.regime-fr-anssi"));
        features.uninstallFeature("assay-regime-fr-anssi");
    }

    private boolean isInstalled(String feature) throws Exception {
        Feature found = features.getFeature(feature);
        return found != null && features.isInstalled(found);
    }

    private boolean isActive(String symbolicName) {
        return find(symbolicName).filter(b -> b.getState() == Bundle.ACTIVE).isPresent();
    }

    private Optional<Bundle> find(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(b -> symbolicName.equals(b.getSymbolicName()))
                .findFirst();
    }

    private List<String> bundlesOf(String prefix) {
        return Arrays.stream(context.getBundles())
                .map(Bundle::getSymbolicName)
                .filter(name -> name != null && name.startsWith(prefix))
                .toList();
    }
}
