package org.assay.core.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assay.core.Consequences;
import org.assay.core.StrangeFilter;
import org.assay.core.VerdictFilter;
import org.assay.engine.consequence.Currency;
import org.assay.engine.consequence.Money;
import org.assay.engine.consequence.ReplacementItem;
import org.assay.engine.fault.FaultException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Costs that come with a call, and filters that name what an audit does not have. */
class PricedTest {

    @TempDir
    private Path data;

    private Bench bench;
    private String audit = "";

    @BeforeEach
    void start() {
        bench = Bench.in(data);
        bench.arrive("xx-one", 1, TestPacks.pack("xx-one", "1.0.0", "good"));
        bench.network("alpha", "bad");
        audit = bench.audit("alpha", "xx-one").id();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private Consequences.Priced priced(String statements) {
        return bench.core
                .consequences()
                .priced(audit, Set.of(), Currency.OWN, statements.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void statementsOfTheCallPriceWhatTheNetworkLeavesOpenAndAreNotKept() {
        List<ReplacementItem> before = bench.core.consequences().replacements(audit, Set.of());
        assertThat(before).isNotEmpty().allSatisfy(item -> assertThat(item.cost())
                .isNull());

        Consequences.Priced priced = priced(
                """
                {"replacements": [{"id": "p", "product": "bad", "cost": {"low": 10, "currency": "EUR"},
                 "leadTimeDays": 30, "perMonth": 1}]}""");

        assertThat(priced.items()).hasSameSizeAs(before).allSatisfy(item -> {
            assertThat(item.unit()).isEqualTo(new Money("EUR", BigInteger.TEN, BigInteger.TEN));
            assertThat(item.earliest()).isNotNull();
        });
        assertThat(priced.views())
                .singleElement()
                .satisfies(view -> assertThat(view.totals().get(0).unpriced()).isZero());
        assertThat(bench.core.consequences().replacements(audit, Set.of())).isEqualTo(before);
    }

    @Test
    void onlyStatementsAreTaken() {
        assertThatThrownBy(() -> priced("{\"sites\": [{\"id\": \"s\"}]}"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("sites");
        assertThatThrownBy(() -> priced("{\"replacements\": []}")).isInstanceOf(FaultException.class);
        assertThatThrownBy(() -> priced("{\"replacements\": [{\"id\": \"p\", \"supplier\": \"nobody\"}]}"))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("nobody");
    }

    @Test
    void whatAFilterNamesAndTheAuditLacksIsFoundWithTheWordThatWasMeant() {
        assertThat(strange(Set.of("XX-ONE-MODL"), Set.of(), Set.of()))
                .contains(new StrangeFilter("requirement", "XX-ONE-MODL", Optional.of("XX-ONE-MODEL")));
        assertThat(strange(Set.of(), Set.of("componnt"), Set.of()))
                .contains(new StrangeFilter("kind", "componnt", Optional.of("component")));
        assertThat(strange(Set.of(), Set.of(), Set.of("nobody-at-all")))
                .hasValueSatisfying(found -> assertThat(found.parameter()).isEqualTo("subject"));
        assertThat(strange(Set.of("XX-ONE-MODEL"), Set.of("site"), Set.of())).isEmpty();
    }

    private Optional<StrangeFilter> strange(Set<String> requirements, Set<String> kinds, Set<String> subjects) {
        VerdictFilter filter = new VerdictFilter(Set.of(), requirements, kinds, subjects, Set.of(), Set.of(), false);
        return bench.core.audits().strange(audit, filter);
    }
}
