package org.assay.core;

import java.util.List;
import java.util.Optional;

/** Which regimes are installed. */
public interface Regimes {

    /** What is installed now, by id. */
    List<RegimeView> installed();

    /** What could be installed, by id, with whether it is. Empty where no container can install anything. */
    List<AvailableRegime> available();

    /** One that is installed. */
    Optional<RegimeView> find(String id);

    /**
     * One that is installed.
     *
     * @throws NotFoundException {@code unknown-regime}
     */
    RegimeView get(String id);

    /**
     * Installs a regime; answers what is there if it is installed already. Returns when its packs are active or staged,
     * after at most a minute.
     *
     * @param who the name of the caller's token
     * @throws NotFoundException {@code unknown-regime} if the distribution brings none of that id
     * @throws ConflictException {@code regime-install-failed}
     */
    RegimeView install(String id, String who);

    /**
     * Removes a regime. Its packs, and the audits that used them, stay readable.
     *
     * @throws NotFoundException {@code unknown-regime} if it is not installed
     * @throws ConflictException {@code regime-install-failed}
     */
    void uninstall(String id, String who);
}
