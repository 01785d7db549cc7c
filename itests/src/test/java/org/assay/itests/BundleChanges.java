package org.assay.itests;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Records what happens to the bundles that were there when it was made. */
final class BundleChanges implements SynchronousBundleListener, AutoCloseable {
    private final BundleContext context;
    private final Map<Long, Long> lastModified;
    private final Queue<String> events = new ConcurrentLinkedQueue<>();

    BundleChanges(BundleContext context) {
        this.context = context;
        this.lastModified = Arrays.stream(context.getBundles())
                .collect(Collectors.toUnmodifiableMap(Bundle::getBundleId, Bundle::getLastModified));
        context.addBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (lastModified.containsKey(event.getBundle().getBundleId())) {
            events.add(event.getBundle().getSymbolicName() + " event " + event.getType());
        }
    }

    /** Every event of those bundles, and every one whose state or date of change is not as it was. */
    List<String> seen() {
        List<String> changed = lastModified.entrySet().stream()
                .filter(e -> !isUnchanged(e.getKey(), e.getValue()))
                .map(e -> "bundle " + e.getKey() + " was changed or stopped")
                .toList();
        return Stream.concat(events.stream(), changed.stream()).toList();
    }

    private boolean isUnchanged(long id, long modified) {
        Bundle bundle = context.getBundle(id);
        return bundle != null
                && bundle.getLastModified() == modified
                && (bundle.getState() & (Bundle.ACTIVE | Bundle.RESOLVED | Bundle.STARTING)) != 0;
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
