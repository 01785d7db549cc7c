package org.assay.itests;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.UUID;
import org.ops4j.pax.exam.Option;

/** How every test starts the distribution that was just built: a free port and a state folder of its own. */
final class Distribution {
    private static final String MAVEN = "etc/org.ops4j.pax.url.mvn.cfg";

    private Distribution() {}

    /** The options; a property that is missing means that the test was not started by Maven. */
    static Option options() {
        File work = new File(property("assay.it.work"), UUID.randomUUID().toString());
        return composite(
                karafDistributionConfiguration()
                        .frameworkUrl(new File(property("assay.it.distribution"))
                                .toURI()
                                .toString())
                        .name("Assay")
                        .unpackDirectory(new File(work, "karaf"))
                        .useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                // Pax Exam brings bundles of its own; our distribution looks nowhere but into its system/.
                editConfigurationFilePut(
                        MAVEN,
                        "org.ops4j.pax.url.mvn.defaultRepositories",
                        "file:${karaf.home}/${karaf.default.repository}@id=system@snapshots, "
                                + new File(property("assay.it.repository")).toURI()
                                + "@id=exam"),
                javaOptions(),
                vmOption("-Dassay.data=" + new File(work, "data")),
                vmOption("-Dorg.osgi.service.http.port=" + freePort()));
    }

    /** What bin/karaf gives the VM and Pax Exam, which starts it by itself, does not. */
    private static Option javaOptions() {
        String specs = "lib/endorsed/org.apache.karaf.specs.";
        String karaf = property("assay.it.karaf");
        return composite(
                vmOption("--add-reads=java.xml=java.logging"),
                vmOption("--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED"),
                vmOption("--patch-module=java.base=" + specs + "locator-" + karaf + ".jar"),
                vmOption("--patch-module=java.xml=" + specs + "java.xml-" + karaf + ".jar"),
                vmOption("--add-opens=java.base/java.security=ALL-UNNAMED"),
                vmOption("--add-opens=java.base/java.net=ALL-UNNAMED"),
                vmOption("--add-opens=java.base/java.lang=ALL-UNNAMED"),
                vmOption("--add-opens=java.base/java.util=ALL-UNNAMED"),
                vmOption("--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED"),
                vmOption("--add-opens=java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED"));
    }

    static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("System property " + name + " is missing: run the tests with mvn verify");
        }
        return value;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback interface", e);
        }
    }
}
