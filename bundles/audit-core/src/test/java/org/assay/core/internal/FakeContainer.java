package org.assay.core.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assay.core.AvailableRegime;
import org.assay.core.ConflictException;
import org.assay.core.NotFoundException;
import org.assay.core.RegimeInstaller;
import org.assay.core.internal.regime.Arrival;
import org.assay.core.internal.regime.Registry;

/** A container in which regimes can be installed: their services come and go as they would in a real one. */
final class FakeContainer implements RegimeInstaller {
    private final Map<String, List<byte[]>> brings = new HashMap<>();
    private final Set<String> features = new TreeSet<>();
    private final Map<String, Long> services = new HashMap<>();
    private final List<Registry> registry = new ArrayList<>();
    private long number = 100;
    private boolean broken;

    void registry(Registry told) {
        registry.clear();
        registry.add(told);
    }

    void brings(String regime, byte[]... envelopes) {
        brings.put(regime, List.of(envelopes));
    }

    void broken(boolean isBroken) {
        broken = isBroken;
    }

    @Override
    public List<AvailableRegime> available() {
        return brings.keySet().stream()
                .sorted()
                .map(id -> new AvailableRegime(id, "Regime " + id, features.contains(id)))
                .toList();
    }

    @Override
    public boolean isInstalled(String id) {
        return features.contains(id);
    }

    @Override
    public void install(String id) {
        requireWorking();
        if (!brings.containsKey(id)) {
            throw new NotFoundException("regime", "the distribution brings no regime '" + id + "'", "");
        }
        if (features.add(id)) {
            serviceArrives(id);
        }
    }

    @Override
    public void uninstall(String id) {
        requireWorking();
        if (features.remove(id)) {
            serviceLeaves(id);
        }
    }

    private void requireWorking() {
        if (broken) {
            throw new ConflictException("regime-install-failed", "the container is broken", "");
        }
    }

    /** Starts again, with what its cache holds; tells a new process of it. */
    void startsAgain(Registry told) {
        registry(told);
        services.clear();
        for (String id : features) {
            services.put(id, ++number);
            told.arrived(new Arrival(id, number, "bundle of " + id, brings.get(id), true));
        }
    }

    void serviceArrives(String id) {
        services.put(id, ++number);
        registry.get(0).arrived(new Arrival(id, number, "bundle of " + id, brings.get(id)));
    }

    void serviceLeaves(String id) {
        registry.get(0).left(services.remove(id));
    }
}
