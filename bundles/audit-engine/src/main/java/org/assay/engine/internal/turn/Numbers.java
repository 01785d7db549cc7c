package org.assay.engine.internal.turn;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongBinaryOperator;

/** Which whole numbers an expression may come to, where that is told by its text, the options and the facts. */
record Numbers(FieldValues values, Map<String, Object> options) {
    private static final int MOST = 64;

    /** Larger ones move a date beyond all others. */
    private static final long LARGEST = 6_000;

    /** The numbers; empty where that cannot be told, or there are too many, or one is too large. */
    Optional<Set<Long>> of(CelExpr node) {
        return all(node).filter(some -> some.size() <= MOST).filter(some -> some.stream()
                .allMatch(number -> Math.abs(number) <= LARGEST));
    }

    private Optional<Set<Long>> all(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case CONSTANT -> constant(node.constant());
            case SELECT -> Optional.of(select(node.select()));
            case CALL -> call(node.call());
            default -> Optional.empty();
        };
    }

    private static Optional<Set<Long>> constant(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.INT64_VALUE
                ? Optional.of(Set.of(constant.int64Value()))
                : Optional.empty();
    }

    private Set<Long> select(CelExpr.CelSelect select) {
        Set<Long> numbers = new TreeSet<>(values.numbers(select.field()));
        if (options.get(select.field()) instanceof Long chosen) {
            numbers.add(chosen);
        }
        return numbers;
    }

    private Optional<Set<Long>> call(CelExpr.CelCall call) {
        return switch (call.function()) {
            case "_?_:_" -> both(call.args().get(1), call.args().get(2)).map(Both::union);
            case "_+_" -> combined(call, Long::sum);
            case "_-_" -> combined(call, (one, other) -> one - other);
            case "_*_" -> combined(call, Numbers::times);
            case "-_" ->
                all(call.args().get(0)).map(some -> {
                    Set<Long> negated = new TreeSet<>();
                    some.forEach(number -> negated.add(-number));
                    return negated;
                });
            default -> Optional.empty();
        };
    }

    /** Too large is too large. */
    private static long times(long one, long other) {
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        return high == 0 && low >= 0 || high == -1 && low < 0 ? low : LARGEST + 1;
    }

    private record Both(Set<Long> first, Set<Long> second) {
        Set<Long> union() {
            Set<Long> all = new TreeSet<>(first);
            all.addAll(second);
            return all;
        }
    }

    private Optional<Both> both(CelExpr first, CelExpr second) {
        return of(first).flatMap(some -> of(second).map(others -> new Both(some, others)));
    }

    private Optional<Set<Long>> combined(CelExpr.CelCall call, LongBinaryOperator operator) {
        return both(call.args().get(0), call.args().get(1)).map(both -> {
            Set<Long> results = new TreeSet<>();
            both.first().forEach(one -> both.second().forEach(other -> results.add(operator.applyAsLong(one, other))));
            return results;
        });
    }
}
