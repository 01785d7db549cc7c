package org.assay.testkit.mutate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Position;
import org.junit.jupiter.api.Test;

class ExpressionChangesTest {
    @Test
    void aBoundaryMovesByOneAndADayByOne() {
        assertThat(changed("x.date >= date('2025-12-06')"))
                .containsExactlyInAnyOrder(
                        "x.date > date('2025-12-06')", "x.date >= date('2025-12-07')", "x.date >= date('2025-12-05')");
        assertThat(changed("m.over(7, 20)"))
                .containsExactlyInAnyOrder(
                        "m.reaches(7, 20)", "m.over(8, 20)", "m.over(6, 20)", "m.over(7, 21)", "m.over(7, 19)");
    }

    @Test
    void eachOperandIsDroppedWithItsSign() {
        assertThat(changed("!a && f(b, c || d) && e"))
                .contains("f(b, c || d) && e", "!a && e", "!a && f(b, c || d)", "!a && f(b, c) && e")
                .contains("!a && f(b, d) && e", "a && f(b, c || d) && e", "!a || f(b, c || d) && e");
    }

    @Test
    void anOrTakesTheAndsBesideItWhole() {
        assertThat(changed("a && b || c && d")).contains("a && b", "c && d", "b || c && d", "a && b || c");
    }

    @Test
    void textsQuantifiersBranchesAndDaysOfTablesAreTried() {
        assertThat(changed("t.on(f(d)).exists(r, r.n == 'AMF') ? x : y"))
                .containsExactlyInAnyOrder(
                        "t.exists(r, r.n == 'AMF') ? x : y",
                        "t.on(f(d)).all(r, r.n == 'AMF') ? x : y",
                        "t.on(f(d)).exists(r, r.n != 'AMF') ? x : y",
                        "t.on(f(d)).exists(r, r.n == '~') ? x : y",
                        "t.on(f(d)).exists(r, r.n == 'AMF') ? y : x");
    }

    @Test
    void aChangeKnowsItsPlaceAlsoInALaterLine() {
        Change change = ExpressionChanges.of(new Expr("a\n  && b < 1", new Position(7, 20))).stream()
                .filter(one -> one.was().equals("<"))
                .findFirst()
                .orElseThrow();
        assertThat(change.at()).isEqualTo(new Position(8, 8));
    }

    private static List<String> changed(String expression) {
        return ExpressionChanges.of(new Expr(expression, Position.START)).stream()
                .map(change -> change.changed().text())
                .map(text -> text.replaceAll(" +", " ").strip())
                .toList();
    }
}
