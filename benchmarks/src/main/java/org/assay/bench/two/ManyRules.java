package org.assay.bench.two;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assay.engine.pack.Expr;
import org.assay.engine.pack.Requirement;
import org.assay.engine.pack.RulePack;

/** Packs of more rules: the thirty again and again, each time with other days, numbers and lists. */
public final class ManyRules {
    private static final Pattern DATE = Pattern.compile("date\\('([0-9-]+)'\\)");
    private static final Pattern LIST = Pattern.compile("\\[('[^\\]]*')\\]");
    private static final Pattern NUMBER = Pattern.compile("\\b(180|72|50000)\\b");
    private static final int DAYS_APART = 37;

    private ManyRules() {}

    /** A pack of thirty rules times a number, without cases. */
    public static RulePack times(RulePack pack, int times) {
        List<Requirement> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (Requirement requirement : pack.requirements()) {
                all.add(varied(requirement, i));
            }
        }
        return new RulePack(
                pack.regime(),
                pack.version(),
                pack.language(),
                pack.inForce(),
                pack.timeZone(),
                pack.title(),
                pack.authority(),
                pack.options(),
                pack.facts(),
                pack.absentUnknown(),
                pack.reference(),
                pack.defines(),
                pack.measures(),
                all,
                pack.digest());
    }

    private static Requirement varied(Requirement rule, int turn) {
        return new Requirement(
                String.format(Locale.ROOT, "%s-%02d", rule.id(), turn),
                rule.title(),
                rule.text(),
                rule.binding(),
                rule.inForce(),
                rule.severity(),
                rule.addressee(),
                rule.subject(),
                rule.source(),
                rule.consequence(),
                rule.removal(),
                rule.clockedBy(),
                rule.decide().stream().map(clause -> varied(clause, turn)).toList(),
                List.of(),
                rule.at());
    }

    private static Requirement.Clause varied(Requirement.Clause clause, int turn) {
        Expr when = clause.when();
        return new Requirement.Clause(
                when == null ? null : new Expr(varied(when.text(), turn), when.at()),
                clause.then(),
                clause.because(),
                clause.remedy(),
                clause.code(),
                clause.due(),
                clause.severity(),
                clause.ask(),
                clause.concerns(),
                clause.at());
    }

    private static String varied(String condition, int turn) {
        String dated = DATE.matcher(condition).replaceAll(day -> "date('%s')"
                .formatted(LocalDate.parse(day.group(1)).plusDays((long) turn * DAYS_APART)));
        String listed = LIST.matcher(dated).replaceAll(list -> "[" + less(list, turn) + "]");
        return NUMBER.matcher(listed).replaceAll(number -> Integer.toString(Integer.parseInt(number.group()) + turn));
    }

    /** A list without one of its words, another one each time. */
    private static String less(MatchResult list, int turn) {
        List<String> words = new ArrayList<>(List.of(list.group(1).split(", *")));
        if (turn > 0 && words.size() > 1) {
            words.remove(turn % words.size());
        }
        return String.join(", ", words);
    }
}
