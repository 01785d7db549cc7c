package org.assay.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Two processes on one PostgreSQL: what one does holds on the other at once, and one goes on when the other is gone. */
public class TwoNodesIT {
    private static final String REGIME = "/regimes/" + Regimes.SWAPPED;
    private static final String OTHER = "uk-ncsc";
    private static final String NETWORK = "rheinfunk";

    private EmbeddedPostgres database;
    private Service first;
    private Service second;
    private Api a;
    private Api b;

    @Before
    public void startBoth() throws Exception {
        database = EmbeddedPostgres.builder().start();
        String store = "url = " + database.getJdbcUrl("postgres", "postgres") + "\nuser = postgres\n"
                + "database.target = (osgi.jdbc.driver.class=org.postgresql.Driver)\n";
        first = new Service(store);
        second = new Service(store);
        a = first.api(first.tokenFile());
        b = second.api(first.tokenFile());
        first.start();
        a.awaitReady();
        second.start();
        b.awaitReady();
    }

    @After
    public void stopBoth() throws Exception {
        for (AutoCloseable each : Arrays.asList(first, second, database)) {
            if (each != null) {
                each.close();
            }
        }
    }

    @Test
    public void shareEverythingAndOutliveEachOther() throws Exception {
        well(a.post("/regimes", "{\"id\":\"" + Regimes.SWAPPED + "\"}"));
        b.await(REGIME, "\"available\":true");
        takeFacts();
        String before = audit(b);

        activateOnA();
        String after = audit(b);
        assertNotEquals("the verdicts of the edition that was activated on the other node", part(before), part(after));
        assertEquals(Regimes.SECOND, found("\"pack\":\\{[^{}]*?\"version\":\"([^\"]+)\"", after));

        first.kill();
        assertEquals("after the other node is gone", part(after), part(audit(b)));
        String id = found("\"id\":\"([^\"]+)\"", before);
        assertEquals("an audit of before", part(before), part(well(b.get("/audits/" + id))));
        well(b.post("/regimes", "{\"id\":\"" + OTHER + "\"}"));
        assertEquals(204, b.delete(REGIME).statusCode());

        first.start();
        a.awaitReady();
        a.await("/regimes/" + OTHER, "\"available\":true");
        assertEquals(
                "a node that was away brings nothing back", 404, a.get(REGIME).statusCode());
        assertEquals("nor on the other", 404, b.get(REGIME).statusCode());
    }

    private void takeFacts() throws Exception {
        well(a.put("/networks/" + NETWORK, "{\"id\":\"" + NETWORK + "\",\"name\":\"Rheinfunk\",\"country\":\"DE\"}"));
        well(a.post(
                "/networks/" + NETWORK + "/snapshots",
                Files.readString(first.home().resolve("examples/de-rheinfunk.json"))));
    }

    private void activateOnA() throws Exception {
        Path pack;
        try (Stream<Path> files = Files.walk(first.home().resolve("examples/packs/" + Regimes.SWAPPED))) {
            pack = files.filter(file -> file.toString().endsWith(".dsse.json"))
                    .findFirst()
                    .orElseThrow();
        }
        well(a.post(REGIME + "/packs", Files.readString(pack)));
        well(a.post(REGIME + "/packs/" + Regimes.SECOND + "/activate", "{}"));
    }

    private static String audit(Api node) throws Exception {
        return well(node.post(
                "/audits",
                "{\"network\":\"" + NETWORK + "\",\"regimes\":[\"" + Regimes.SWAPPED + "\"],\"asOf\":\"2026-11-21\"}"));
    }

    private static String part(String audit) {
        return found("\"verdictDigest\":\"([^\"]+)\"", audit);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(pattern + " in " + text, matcher.find());
        return matcher.group(1);
    }

    private static String well(HttpResponse<String> response) {
        assertEquals(response.body(), 2, response.statusCode() / 100);
        return response.body();
    }
}
