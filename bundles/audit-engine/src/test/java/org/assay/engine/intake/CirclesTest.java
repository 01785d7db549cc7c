package org.assay.engine.intake;

import static org.assay.engine.intake.Documents.faultsOf;
import static org.assay.engine.intake.Documents.read;
import static org.assay.engine.intake.Documents.with;
import static org.assay.engine.intake.Documents.withComponents;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assay.engine.facts.Kind;
import org.assay.engine.fault.Fault;
import org.junit.jupiter.api.Test;

class CirclesTest {
    @Test
    void suppliers_that_control_one_another_are_refused() {
        List<Fault> faults = faultsOf(suppliers(
                supplier("a", owner("b", "\"controls\": true")),
                supplier("b", owner("c", "\"votes\": \"51%\"")),
                supplier("c", owner("a", "\"controls\": true"))));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).code()).isEqualTo("control-cycle");
        assertThat(faults.get(0).pointer()).matches("/suppliers/[0-2]/owners/0");
        assertThat(faults.get(0).message()).matches(".*: (a -> b -> c -> a|b -> c -> a -> b|c -> a -> b -> c)");
    }

    @Test
    void a_supplier_that_controls_itself_is_refused() {
        assertThat(faultsOf(suppliers(supplier("a", owner("a", "\"controls\": true")))))
                .extracting(Fault::message)
                .containsExactly("suppliers control one another in a circle: a -> a");
    }

    @Test
    void every_circle_is_told() {
        assertThat(faultsOf(suppliers(
                        supplier("a", owner("b", "\"controls\": true")),
                        supplier("b", owner("a", "\"controls\": true")),
                        supplier("c", owner("d", "\"controls\": true")),
                        supplier("d", owner("c", "\"controls\": true")))))
                .hasSize(2);
    }

    @Test
    void minority_holdings_may_run_in_a_circle() {
        assertThat(taken(
                        supplier("a", owner("b", "\"votes\": \"1/2\", \"equity\": \"90%\"")),
                        supplier("b", owner("a", "\"votes\": \"10%\", \"controls\": false"))))
                .isEqualTo(2);
    }

    @Test
    void control_that_ended_before_the_other_began_is_no_circle() {
        String first = owner("b", "\"controls\": true, \"until\": \"2020-12-31\"");
        String later = owner("a", "\"controls\": true, \"from\": \"2021-01-01\"");
        assertThat(taken(supplier("a", first), supplier("b", later))).isEqualTo(2);
        String overlapping = owner("a", "\"controls\": true, \"from\": \"2020-12-31\"");
        assertThat(faultsOf(suppliers(supplier("a", first), supplier("b", overlapping))))
                .hasSize(1);
    }

    @Test
    void components_that_run_on_one_another_are_refused() {
        List<Fault> faults = faultsOf(withComponents(
                component("app", "platform") + "," + component("platform", "host") + "," + component("host", "app")));
        assertThat(faults).extracting(Fault::code).containsExactly("cycle");
        assertThat(faults.get(0).pointer()).matches("/components/[0-2]/runsOn/0");
    }

    @Test
    void a_long_chain_of_hosts_is_fine() {
        String chain = IntStream.range(0, 20_000)
                .mapToObj(i -> i == 0 ? "{\"id\": \"c0\", \"kind\": \"software\"}" : component("c" + i, "c" + (i - 1)))
                .collect(Collectors.joining(","));
        assertThat(read(withComponents(chain)).facts().all(Kind.COMPONENT)).hasSize(20_000);
    }

    private static int taken(String... suppliers) {
        return read(suppliers(suppliers)).facts().all(Kind.SUPPLIER).size();
    }

    private static String suppliers(String... suppliers) {
        return with(Stream.of(suppliers).collect(Collectors.joining(",")), "", "");
    }

    private static String supplier(String id, String owner) {
        return "{\"id\": \"" + id + "\", \"name\": \"" + id + "\", \"owners\": [" + owner + "]}";
    }

    private static String owner(String entity, String fields) {
        return "{\"kind\": \"entity\", \"entity\": \"" + entity + "\", " + fields + "}";
    }

    private static String component(String id, String host) {
        return "{\"id\": \"" + id + "\", \"kind\": \"software\", \"runsOn\": [\"" + host + "\"]}";
    }
}
