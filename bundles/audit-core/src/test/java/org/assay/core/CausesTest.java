package org.assay.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A cause is answered without what is no caller's business. */
class CausesTest {
    @Test
    void foldersAreLeftOutAndTheFileIsNamed() {
        assertThat(Causes.plain("cannot read '/root/state/db/assay.mv.db': locked"))
                .isEqualTo("cannot read 'assay.mv.db': locked");
        assertThat(Causes.plain("Error resolving file:/opt/assay/system/org/x/1.0/x-1.0.jar"))
                .isEqualTo("Error resolving x-1.0.jar");
    }

    @Test
    void logInsAndQueriesOfAddressesAreLeftOut() {
        assertThat(Causes.plain("no answer from https://ann:secret@repo.example/maven2/x.jar?token=abc"))
                .isEqualTo("no answer from https://repo.example/maven2/x.jar");
    }

    @Test
    void whatTheContainerSaysStays() {
        String missing = "Unable to resolve root: missing requirement [root] osgi.identity;"
                + " osgi.identity=assay-regime-xx; type=karaf.feature; version=\"[1.0,2.0)\"";
        assertThat(Causes.plain(missing)).isEqualTo(missing);
        assertThat(Causes.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    }
}
