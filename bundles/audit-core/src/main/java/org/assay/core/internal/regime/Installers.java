package org.assay.core.internal.regime;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.assay.core.RegimeInstaller;
import org.jspecify.annotations.Nullable;

/** The container's installer, which may come and go. Thread-safe. */
public final class Installers {
    private final AtomicReference<@Nullable RegimeInstaller> current = new AtomicReference<>();

    /** One came. */
    public void set(RegimeInstaller installer) {
        current.set(installer);
    }

    /** One went; another may have come before. */
    public void unset(RegimeInstaller installer) {
        current.compareAndSet(installer, null);
    }

    Optional<RegimeInstaller> now() {
        return Optional.ofNullable(current.get());
    }
}
