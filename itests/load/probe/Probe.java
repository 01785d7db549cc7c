import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * A bundle that the load test puts into its own copy of the distribution: it updates a bundle when told to over a loopback
 * socket, and counts what happens to every bundle that is no regime. Three words: {@code mark}, {@code restarts},
 * {@code update NAME URL}.
 */
public final class Probe implements BundleActivator, SynchronousBundleListener {
    private static final String REGIMES = "org.assay.regime-";

    private final AtomicLong stops = new AtomicLong();
    private final Set<String> stopped = new ConcurrentSkipListSet<>();
    private ServerSocket server;
    private BundleContext context;

    @Override
    public void start(BundleContext started) throws IOException {
        context = started;
        context.addBundleListener(this);
        int port = Integer.getInteger("assay.probe.port");
        server = new ServerSocket(port, 4, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "assay-probe");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext stopping) throws IOException {
        server.close();
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        String name = String.valueOf(event.getBundle().getSymbolicName());
        int change = BundleEvent.STOPPING | BundleEvent.UNRESOLVED | BundleEvent.UPDATED | BundleEvent.UNINSTALLED;
        if (!name.startsWith(REGIMES) && (event.getType() & change) != 0) {
            stops.incrementAndGet();
            stopped.add(name + " event " + event.getType());
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    BufferedReader in =
                            new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                    PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
                out.println(answer(in.readLine().split(" ")));
            } catch (IOException e) {
                // The next call finds the socket open again, or the bundle has stopped.
            }
        }
    }

    private String answer(String[] words) {
        try {
            switch (words[0]) {
                case "mark":
                    stops.set(0);
                    stopped.clear();
                    return "ok";
                case "restarts":
                    return stops.get() + " " + stopped;
                case "update":
                    return update(words[1], words[2]);
                default:
                    return "unknown: " + words[0];
            }
        } catch (Exception e) {
            return "failed: " + e;
        }
    }

    private String update(String name, String url) throws Exception {
        Bundle bundle = Arrays.stream(context.getBundles())
                .filter(some -> name.equals(some.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not there"));
        try (InputStream in = URI.create(url).toURL().openStream()) {
            bundle.update(in);
        }
        return "ok " + bundle.getVersion();
    }
}
