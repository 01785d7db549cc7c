package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.assay.core.ConflictException;
import org.assay.core.Origin;
import org.assay.core.PackState;
import org.assay.core.Packs;
import org.assay.core.Tokens;
import org.assay.core.internal.retention.RetentionRules;
import org.assay.core.internal.webhook.AddressPolicy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two persons for an activation, where the configuration says so. */
class FourEyesTest {
    private static final String REGIME = "xx-one";

    @TempDir
    private Path data;

    private Bench bench;
    private Packs packs;
    private Tokens tokens;

    @BeforeEach
    void start() {
        bench = Bench.withFourEyes(data);
        bench.arrive(REGIME, 1, TestPacks.pack(REGIME, "1.0.0", "a"));
        packs = bench.core.packs();
        tokens = bench.core.tokens();
        tokens.add("ann", "admin");
        tokens.add("bob", "admin");
        packs.stage(REGIME, TestPacks.pack(REGIME, "2.0.0", "b"), "ann");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private static void refused(ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(ConflictException.class, e -> assertThat(e.type())
                .isEqualTo("second-person-needed"));
    }

    private PackState state() {
        return packs.get(REGIME, "2.0.0").state();
    }

    @Test
    void whoStagedNeitherApprovesNorActivatesNorPlans() {
        refused(() -> packs.approve(REGIME, "2.0.0", "ann"));
        refused(() -> packs.activate(REGIME, "2.0.0", "ann"));
        refused(() -> packs.activate(REGIME, "2.0.0", bench.clock.instant().plus(Duration.ofDays(1)), "ann"));
        assertThat(state()).isEqualTo(PackState.STAGED);

        packs.approve(REGIME, "2.0.0", "bob");
        assertThat(state()).isEqualTo(PackState.APPROVED);
        refused(() -> packs.activate(REGIME, "2.0.0", "ann"));
        packs.activate(REGIME, "2.0.0", "bob");
        assertThat(state()).isEqualTo(PackState.ACTIVE);
    }

    @Test
    void aTokenThatTheyMadeIsNoSecondPerson() {
        tokens.add("ann-two", "ann");
        tokens.add("ann-three", "ann-two");
        tokens.revoke("ann-two", "ann");
        refused(() -> packs.activate(REGIME, "2.0.0", "ann-two"));
        refused(() -> packs.activate(REGIME, "2.0.0", "ann-three"));
    }

    @Test
    void twoTokensThatOneMadeAreNoTwoPersons() {
        tokens.add("ann-two", "ann");
        tokens.add("ann-three", "ann");
        packs.stage(REGIME, TestPacks.pack(REGIME, "3.0.0", "b"), "ann-two");
        refused(() -> packs.activate(REGIME, "3.0.0", "ann-three"));
        refused(() -> packs.activate(REGIME, "3.0.0", "ann"));
        assertThat(packs.activate(REGIME, "3.0.0", "bob").state()).isEqualTo(PackState.ACTIVE);
    }

    @Test
    void aNameThatIsGivenUpAndMadeAnewIsTheSamePerson() {
        tokens.revoke("ann", "bob");
        tokens.add("ann", "bob");
        refused(() -> packs.activate(REGIME, "2.0.0", "ann"));
        refused(() -> packs.activate(REGIME, "2.0.0", "bob"));
    }

    @Test
    void whoMadeTheFirstTokenAnewIsOneWithThoseToWhomItThenHandsOutTokensAndLocksNobodyElse() {
        tokens.revoke("admin", "ann");
        tokens.add("admin", "ann");
        tokens.add("carl", "admin");
        tokens.add("dave", "admin");

        refused(() -> packs.activate(REGIME, "2.0.0", "carl"));
        refused(() -> packs.activate(REGIME, "2.0.0", "admin"));
        packs.stage(REGIME, TestPacks.pack(REGIME, "3.0.0", "b"), "carl");
        refused(() -> packs.activate(REGIME, "3.0.0", "dave"));
        refused(() -> packs.activate(REGIME, "3.0.0", "ann"));
        assertThat(packs.activate(REGIME, "3.0.0", "bob").state()).isEqualTo(PackState.ACTIVE);
    }

    @Test
    void aFirstTokenThatLeakedIsWithdrawnAndMadeAnewByAStartAndThenHandsOutTokensToTwoPersonsAgain() {
        tokens.revoke("admin", "ann");
        tokens.add("admin", "ann");
        tokens.revoke("admin", "bob");
        bench = bench.restart();
        packs = bench.core.packs();
        tokens = bench.core.tokens();

        assertThat(tokens.list()).extracting(Tokens.TokenView::name).contains("admin");
        tokens.add("carl", "admin");
        tokens.add("dave", "admin");
        packs.stage(REGIME, TestPacks.pack(REGIME, "3.0.0", "b"), "carl");
        refused(() -> packs.activate(REGIME, "3.0.0", "carl"));
        assertThat(packs.activate(REGIME, "3.0.0", "dave").state()).isEqualTo(PackState.ACTIVE);
    }

    @Test
    void whoMadeTwoTokensByANameThatWasMadeAnewInBetweenMadeNoTwoPersons() {
        tokens.add("ann-two", "ann");
        tokens.revoke("ann", "admin");
        tokens.add("ann", "admin");
        tokens.add("ann-three", "ann");
        packs.stage(REGIME, TestPacks.pack(REGIME, "3.0.0", "b"), "ann-two");
        refused(() -> packs.activate(REGIME, "3.0.0", "ann-three"));
    }

    @Test
    void aTokenThatIsMadeAnewByOneOfItsOwnIsTheSamePerson() {
        tokens.add("ann-two", "ann");
        tokens.revoke("ann", "ann-two");
        tokens.add("ann", "ann-two");
        refused(() -> packs.activate(REGIME, "2.0.0", "ann"));
        refused(() -> packs.activate(REGIME, "2.0.0", "ann-two"));
    }

    @Test
    void whoHandsOutTokensIsNoSecondPersonToThoseWhoHoldThem() {
        refused(() -> packs.activate(REGIME, "2.0.0", "admin"));
    }

    @Test
    void whatABundleBroughtIsApprovedByOneAndActivatedByAnother() {
        packs.offer(TestPacks.pack(REGIME, "4.0.0", "c"), Origin.DEPLOY, "deploy/four.dsse.json");
        refused(() -> packs.activate(REGIME, "4.0.0", "ann"));
        packs.approve(REGIME, "4.0.0", "ann");
        refused(() -> packs.activate(REGIME, "4.0.0", "ann"));
        assertThat(packs.activate(REGIME, "4.0.0", "bob").approvedBy()).isEqualTo("ann");
    }

    @Test
    void goingBackNeedsTwoAsWell() {
        packs.activate(REGIME, "2.0.0", "bob");
        refused(() -> packs.rollback(REGIME, "1.0.0", "bob"));
        packs.approve(REGIME, "1.0.0", "ann");
        packs.rollback(REGIME, "1.0.0", "bob");
        assertThat(state()).isEqualTo(PackState.ROLLED_BACK);
    }

    @Test
    void isRefusedTogetherWithActivationOnArrival() {
        assertThatThrownBy(() -> new CoreSettings(
                        data, data, true, true, 1, Bench.PATIENCE, AddressPolicy.of(""), RetentionRules.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("activateOnArrival and fourEyes exclude each other");
    }
}
