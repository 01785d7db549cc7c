package org.assay.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** What only Karaf offers: its console, and its folder for files that are dropped in. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DeployAndConsoleIT {
    private static final String REGIME = "/regimes/" + Regimes.SWAPPED;

    @Inject
    private SessionFactory sessions;

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
    public void stagesAPackThatIsDroppedInAndForgetsNothingWhenItIsTakenAway() throws Exception {
        Regimes regimes = new Regimes(api, context);
        console("assay:install " + Regimes.SWAPPED);
        Path deploy = Path.of(System.getProperty("karaf.base"), "deploy", "edition.dsse.json");
        Files.writeString(deploy, Files.readString(regimes.secondEdition()).substring(0, 1000));

        replace(deploy, regimes.secondEdition());
        api.await(REGIME + "/packs", "\"version\":\"" + Regimes.SECOND + "\"");
        assertEquals(Regimes.FIRST, regimes.current());
        Files.delete(deploy);

        String packs = console("assay:packs " + Regimes.SWAPPED);
        assertTrue(packs, packs.contains("staged") && packs.contains("deploy/edition.dsse.json"));
        console("assay:activate " + Regimes.SWAPPED + " " + Regimes.SECOND);
        assertEquals(Regimes.SECOND, regimes.current());
        console("assay:rollback " + Regimes.SWAPPED + " " + Regimes.FIRST);
        assertEquals(Regimes.FIRST, regimes.current());
    }

    /** In one step, as mv does it. */
    private static void replace(Path file, Path by) throws Exception {
        Path beside = file.resolveSibling("edition.part");
        Files.copy(by, beside);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    public void listsInstallsAndRemovesRegimesAtTheConsole() throws Exception {
        assertTrue(console("assay:regimes --available").contains("fr-anssi"));
        assertTrue(console("assay:install fr-anssi").contains("Installed: fr-anssi"));
        assertTrue(console("assay:regimes").contains("fr-anssi"));
        assertEquals(200, api.get("/regimes/fr-anssi").statusCode());

        console("assay:uninstall fr-anssi");

        assertFalse(console("assay:regimes").contains("fr-anssi"));
        assertEquals(404, api.get("/regimes/fr-anssi").statusCode());
    }

    @Test
    public void listsTokensAndNetworksAtTheConsole() throws Exception {
        assertTrue(console("assay:tokens").contains("admin"));
        assertTrue(console("assay:networks").contains("There is no network"));
    }

    private String console(String command) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            Session session = sessions.create(new ByteArrayInputStream(new byte[0]), out, out);
            try {
                session.execute(command);
            } finally {
                session.close();
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
