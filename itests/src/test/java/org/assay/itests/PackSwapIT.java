package org.assay.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** The edition that was activated last stays, whatever happens to bundles and features, and nobody else notices. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PackSwapIT {
    private static final String REGIME = "/regimes/" + Regimes.SWAPPED;
    private static final String STEADY = "uk-ncsc";

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
    public void keepsTheEditionThatWasActivatedLast() throws Exception {
        Regimes regimes = new Regimes(api, context);
        assertWell(api.post("/regimes", "{\"id\":\"" + STEADY + "\"}"));

        try (BundleChanges others = new BundleChanges(context);
                Watch steady = new Watch(api, "/regimes/" + STEADY)) {
            assertWell(api.post("/regimes", "{\"id\":\"" + Regimes.SWAPPED + "\"}"));
            assertEquals(Regimes.FIRST, regimes.current());

            updateAndStage(regimes);
            activateAndUpdateAgain(regimes);
            rollBackAndChangeFeatures(regimes);
            remove();

            assertEquals("bundles that are no part of it", List.of(), others.seen());
            assertEquals("answers about " + STEADY, List.of(), steady.failures());
        }
    }

    private void updateAndStage(Regimes regimes) throws Exception {
        regimes.updateBundle("1.1.0");
        api.await(REGIME + "/packs", "\"version\":\"" + Regimes.SECOND + "\"");
        assertEquals("an update only stages", Regimes.FIRST, regimes.current());
    }

    private void activateAndUpdateAgain(Regimes regimes) throws Exception {
        assertWell(api.post(REGIME + "/packs/" + Regimes.SECOND + "/activate", "{}"));
        assertEquals(Regimes.SECOND, regimes.current());

        regimes.updateBundle("1.2.0");
        api.await(REGIME, "1.2.0");
        assertEquals("after another update", Regimes.SECOND, regimes.current());
    }

    private void rollBackAndChangeFeatures(Regimes regimes) throws Exception {
        assertWell(api.post(REGIME + "/packs/" + Regimes.FIRST + "/rollback", "{}"));
        features.installFeature("assay-regime-fr-anssi");
        api.await("/regimes/fr-anssi", 200);
        api.await(REGIME, "\"available\":true");

        assertEquals("after another regime came", Regimes.FIRST, regimes.current());
        features.uninstallFeature("assay-regime-fr-anssi");
        assertEquals("after another regime went", Regimes.FIRST, regimes.current());
    }

    private void remove() throws Exception {
        assertWell(api.delete(REGIME));

        assertEquals(404, api.get(REGIME).statusCode());
        assertTrue(api.get(REGIME).body().contains("unknown-regime"));
    }

    private static void assertWell(HttpResponse<String> response) {
        assertEquals(response.body(), 2, response.statusCode() / 100);
    }
}
