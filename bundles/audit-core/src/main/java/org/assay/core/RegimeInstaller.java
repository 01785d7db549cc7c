package org.assay.core;

import java.util.List;

/**
 * Installs regimes in the container, by id and never by address: the port that the container's bundle implements. Core
 * works without one; installing then answers a conflict.
 */
public interface RegimeInstaller {

    /** What can be installed, by id. */
    List<AvailableRegime> available();

    /** Whether the container holds that regime's feature, whatever its bundles' state. */
    boolean isInstalled(String id);

    /**
     * Installs one; does nothing if it is there. Returns when the container has started its bundles.
     *
     * @throws NotFoundException if there is none of that id
     * @throws ConflictException {@code regime-install-failed} with the container's reason
     */
    void install(String id);

    /**
     * Removes one; does nothing if it is not there.
     *
     * @throws ConflictException {@code regime-install-failed} with the container's reason
     */
    void uninstall(String id);
}
