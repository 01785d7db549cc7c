package org.assay.engine.consequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assay.engine.facts.FactModel;
import org.assay.engine.facts.Fraction;
import org.assay.engine.facts.NetworkFacts;
import org.assay.engine.intake.Limits;
import org.assay.engine.intake.NetworkReader;
import org.junit.jupiter.api.Test;

class ConsequenceTest {
    private static final LocalDate AS_OF = LocalDate.parse("2026-11-21");
    private static final LocalDate DUE = LocalDate.parse("2026-12-31");

    private static NetworkFacts facts(String... sections) {
        String document =
                "{\"format\":\"assay.network/1\",\"network\":{\"id\":\"net\",\"name\":\"N\",\"country\":\"DE\","
                        + "\"timeZone\":\"Europe/Berlin\"},\"operator\":{\"id\":\"op\",\"name\":\"O\"},"
                        + "\"suppliers\":[{\"id\":\"bad\",\"name\":\"Bad\"},{\"id\":\"good\",\"name\":\"Good\"}],"
                        + String.join(",", sections).replace('\'', '"') + "}";
        return new NetworkReader(FactModel.core(), Limits.DEFAULT)
                .readJson(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                .facts();
    }

    private static Standings standings(NetworkFacts facts, Map<String, Standing> some) {
        return new Standings("xx", AS_OF, facts, new TreeMap<>(some));
    }

    private static Standing untrusted(LocalDate due) {
        return Standing.of(Trust.UNTRUSTED, due, "XX-1");
    }

    private static Map<String, Reached> reached(Standings standings) {
        Map<String, Reached> byId = new TreeMap<>();
        Reach.of(standings).forEach(some -> byId.put(some.id(), some));
        return byId;
    }

    private static final String SITES = "'sites':[{'id':'hub','servedBy':[]},{'id':'cell','servedBy':['hub']},"
            + "{'id':'far','servedBy':[]},{'id':'dark'}]";

    @Test
    void what_is_served_through_a_site_with_an_untrusted_component_hangs_on_it_with_the_way_as_reason() {
        NetworkFacts facts = facts(
                SITES,
                "'components':[{'id':'r','kind':'equipment','site':'hub','functions':[]}]",
                "'dependants':[{'id':'clinic','name':'Clinic','kind':'hospital','sites':['cell','far'],'functions':[]},"
                        + "{'id':'grid','name':'Grid','kind':'power-grid','sites':['far'],'functions':[]},"
                        + "{'id':'silent','name':'Silent','kind':'other'}]",
                "'partners':[{'id':'p','name':'P','kind':'roaming','sites':['dark'],'components':[]}]");
        Map<String, Reached> reached = reached(standings(facts, Map.of("r", untrusted(DUE))));
        assertThat(reached.get("clinic").state()).isEqualTo(Reached.State.UNTRUSTED);
        assertThat(reached.get("clinic").path())
                .extracting(Reached.Step::kind, Reached.Step::id)
                .containsExactly(
                        tuple("component", "r"),
                        tuple("site", "hub"),
                        tuple("site", "cell"),
                        tuple("dependant", "clinic"));
        assertThat(reached.get("clinic").free()).containsExactly("far");
        assertThat(reached.get("grid").state()).isEqualTo(Reached.State.FREE);
        assertThat(reached.get("dark").state()).isEqualTo(Reached.State.UNKNOWN);
        assertThat(reached.get("dark").asks()).extracting(Reached.Missing::path).containsExactly("site/dark/servedBy");
        assertThat(reached.get("p").state()).isEqualTo(Reached.State.UNKNOWN);
        assertThat(reached.get("silent").asks())
                .extracting(Reached.Missing::path)
                .containsExactly("dependant/silent/sites", "dependant/silent/functions");
    }

    @Test
    void a_function_a_host_and_sharing_are_links_too_and_what_is_not_in_use_is_none() {
        NetworkFacts facts = facts(
                "'sites':[{'id':'a','servedBy':[]},{'id':'b','servedBy':[]}]",
                "'components':[{'id':'host','kind':'equipment','site':'a','functions':[]},"
                        + "{'id':'amf','kind':'software','site':'b','functions':['AMF'],'runsOn':['host'],'sharedWith':['other-op']},"
                        + "{'id':'old','kind':'equipment','site':'b','status':'removed','removed':'2026-01-01','functions':['UPF']}]",
                "'dependants':[{'id':'ems','name':'112','kind':'emergency-service','sites':[],'functions':['AMF']},"
                        + "{'id':'bank','name':'Bank','kind':'finance','sites':[],'functions':['UPF']}]",
                "'partners':[]");
        Map<String, Reached> reached =
                reached(standings(facts, Map.of("host", untrusted(null), "old", untrusted(null))));
        assertThat(reached.get("ems").path()).extracting(Reached.Step::id).containsExactly("host", "amf", "AMF", "ems");
        assertThat(reached.get("other-op").state()).isEqualTo(Reached.State.UNTRUSTED);
        assertThat(reached.get("bank").state()).isEqualTo(Reached.State.FREE);
    }

    @Test
    void an_untrusted_component_of_unknown_site_leaves_every_site_in_doubt() {
        NetworkFacts facts = facts(
                "'sites':[{'id':'a','servedBy':[]}]", "'components':[{'id':'c','kind':'equipment','functions':[]}]");
        Reached site = reached(standings(facts, Map.of("c", untrusted(null)))).get("a");
        assertThat(site.state()).isEqualTo(Reached.State.UNKNOWN);
        assertThat(site.asks()).extracting(Reached.Missing::path).containsExactly("component/c/site");
        assertThat(Reach.notDelivered(facts))
                .extracting(Reached.Missing::path)
                .containsExactly("dependants", "partners");
    }

    @Test
    void the_most_specific_statement_prices_a_component_and_an_unpriced_one_is_listed_never_0() {
        NetworkFacts facts = facts(
                "'components':[" + station("a", "X") + "," + station("b", "X") + "," + station("c", "Y") + ","
                        + "{'id':'d','kind':'equipment','supplier':'good','functions':['AMF']}]",
                "'replacements':[{'id':'any','functions':['gNB'],'cost':{'low':10,'currency':'EUR'},'leadTimeDays':30,'perMonth':1},"
                        + "{'id':'x','supplier':'bad','product':'X','cost':{'low':100,'high':150,'currency':'USD'},"
                        + "'leadTimeDays':10,'perMonth':2},"
                        + "{'id':'elsewhere','regimes':['yy'],'product':'X','functions':['gNB'],'cost':{'low':1,'currency':'EUR'}}]");
        Standings standings = standings(
                facts, Map.of("a", untrusted(DUE), "b", untrusted(null), "c", untrusted(DUE), "d", untrusted(null)));
        List<ReplacementItem> items = Replacement.items(standings);
        assertThat(items)
                .extracting(ReplacementItem::supplier, ReplacementItem::product, ReplacementItem::cost)
                .containsExactly(
                        tuple("bad", "X", money("USD", 200, 300)),
                        tuple("bad", "Y", money("EUR", 10, 10)),
                        tuple("good", "AMF", null));
        // 10 days and one month for two; 30 days and one month for one
        assertThat(items)
                .extracting(ReplacementItem::earliest)
                .containsExactly(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-21"), null);
        assertThat(items).extracting(ReplacementItem::late).containsExactly(1, 1, 0);
        assertThat(items.get(2).asks()).hasSize(1);
        ReplacementTotal all = Replacement.totals("xx", items, Currency.OWN).get(0);
        assertThat(all.costs()).containsExactly(money("EUR", 10, 10), money("USD", 200, 300));
        assertThat(all.unpriced()).isEqualTo(1);
        assertThat(all.earliest()).isNull();
        assertThat(all.notBefore()).isEqualTo("2027-01-21");
        assertThat(all.late()).isEqualTo(2);
    }

    @Test
    void sums_are_converted_only_by_a_rate_that_was_given() {
        NetworkFacts facts = facts(
                "'components':[" + station("a", "X") + "]",
                "'replacements':[{'id':'x','product':'X','cost':{'low':100,'high':151,'currency':'USD'}}]");
        List<ReplacementItem> items = Replacement.items(standings(facts, Map.of("a", untrusted(null))));
        Currency euro = new Currency("EUR", Map.of("USD", Fraction.parse("0.9")));
        assertThat(Replacement.totals("xx", items, euro).get(0).costs()).containsExactly(money("EUR", 90, 136));
        ReplacementTotal unrated =
                Replacement.totals("xx", items, new Currency("EUR", Map.of())).get(0);
        assertThat(unrated.costs()).containsExactly(money("USD", 100, 151));
        assertThat(unrated.unrated()).containsExactly("USD");
    }

    private static String station(String id, String product) {
        return "{'id':'" + id + "','kind':'equipment','supplier':'bad','product':{'name':'" + product
                + "'},'functions':['gNB']}";
    }

    private static Money money(String currency, long low, long high) {
        return new Money(currency, BigInteger.valueOf(low), BigInteger.valueOf(high));
    }

    @Test
    void a_supplier_stands_in_only_where_the_regime_distrusts_nothing_of_it_for_the_function() {
        NetworkFacts facts = facts(
                "'sites':[{'id':'n','region':'North'},{'id':'s','region':'South'}]",
                "'components':["
                        + at("b1", "bad", "n") + "," + at("b2", "bad", "s") + "," + at("g1", "good", "n") + ","
                        + at("g2", "good", "s") + "]");
        Standings one = standings(facts, Map.of("b1", untrusted(null)));
        Standings other = new Standings("yy", AS_OF, facts, new TreeMap<>(Map.of("g2", untrusted(null))));
        List<Alternative> found = Alternatives.of(one, List.of(one, other));
        assertThat(found).hasSize(1);
        assertThat(found.get(0).region()).isEqualTo("North");
        assertThat(found.get(0).candidates())
                .containsExactly(new Alternative.Candidate("good", "Good", 1, 1, List.of("yy"), List.of()));
        assertThat(Alternatives.of(one, List.of(one)).get(0).candidates().get(0).passesAll())
                .isTrue();
    }

    private static String at(String id, String supplier, String site) {
        return "{'id':'" + id + "','kind':'equipment','domain':'ran','supplier':'" + supplier + "','site':'" + site
                + "','functions':['gNB']}";
    }

    /** Chains of sites: number i is served by the sites whose numbers are given. */
    @Property(tries = 200)
    void a_site_hangs_on_what_can_be_reached_backwards_from_it(@ForAll("servers") List<Set<Integer>> servers) {
        StringBuilder sites = new StringBuilder("'sites':[");
        for (int i = 0; i < servers.size(); i++) {
            List<String> names =
                    servers.get(i).stream().sorted().map(n -> "'s" + n + "'").toList();
            sites.append(i == 0 ? "" : ",")
                    .append("{'id':'s")
                    .append(i)
                    .append("','servedBy':")
                    .append(names)
                    .append('}');
        }
        NetworkFacts facts =
                facts(sites + "]", "'components':[{'id':'c','kind':'equipment','site':'s0','functions':[]}]");
        Map<String, Reached> reached = reached(standings(facts, Map.of("c", untrusted(null))));
        for (int i = 0; i < servers.size(); i++) {
            boolean hangs = behind(i, servers, new HashSet<>()).contains(0);
            assertThat(reached.get("s" + i).state()).isEqualTo(hangs ? Reached.State.UNTRUSTED : Reached.State.FREE);
        }
    }

    private static Set<Integer> behind(int site, List<Set<Integer>> servers, Set<Integer> seen) {
        if (seen.add(site)) {
            servers.get(site).forEach(server -> behind(server, servers, seen));
        }
        return seen;
    }

    @Provide
    Arbitrary<List<Set<Integer>>> servers() {
        return Arbitraries.integers().between(0, 5).set().ofMaxSize(3).list().ofSize(6);
    }
}
