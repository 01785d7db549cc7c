package org.assay.rest.internal.view;

import java.time.LocalDate;
import java.util.List;
import org.assay.core.CaseView;
import org.assay.engine.facts.Days;
import org.assay.rest.internal.call.Languages;
import org.jspecify.annotations.Nullable;

/** A case of a procedure as the API writes it, in the language of the caller. */
public record CaseJson(
        String regime,
        String packVersion,
        String procedure,
        String title,
        RequirementJson.Source source,
        SubjectJson subject,
        @Nullable String state,
        @Nullable String stateTitle,
        List<String> possible,
        boolean ended,
        boolean breach,
        @Nullable String opened,
        @Nullable String since,
        List<Clock> clocks,
        List<Clock> overdue,
        List<Move> history,
        List<Idle> idle,
        List<String> missing,
        @Nullable List<String> undated,
        @Nullable String error) {

    /** From what core knows. */
    public static CaseJson of(CaseView one, Languages languages) {
        return new CaseJson(
                one.regime(),
                one.packVersion(),
                one.procedure(),
                languages.of(one.title()),
                RequirementJson.Source.of(one.source()),
                SubjectJson.of(one.subject()),
                one.state(),
                Words.orNone(languages.of(one.stateTitle())),
                one.possible(),
                one.ended(),
                one.breach(),
                day(one.opened()),
                day(one.since()),
                one.clocks().stream().map(clock -> Clock.of(clock, languages)).toList(),
                one.overdue().stream().map(clock -> Clock.of(clock, languages)).toList(),
                one.history().stream().map(Move::of).toList(),
                one.idle().stream().map(Idle::of).toList(),
                one.missing(),
                one.undated().isEmpty() ? null : one.undated(),
                Words.orNone(one.error()));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : Days.print(day);
    }

    /** A clock that runs, or that struck. */
    public record Clock(
            String day,
            String lastDay,
            String to,
            String actor,
            @Nullable String task,
            boolean idle,
            List<MissingJson> missing) {
        static Clock of(CaseView.Clock clock, Languages languages) {
            return new Clock(
                    Days.print(clock.day()),
                    Days.print(clock.lastDay()),
                    clock.to(),
                    clock.actor(),
                    Words.orNone(languages.of(clock.task())),
                    clock.idle(),
                    MissingJson.of(clock.missing(), languages));
        }
    }

    /** Evidence that moved nothing. */
    public record Idle(String evidence, String state, String why, @Nullable String actor, @Nullable String day) {
        static Idle of(CaseView.Idle idle) {
            return new Idle(
                    idle.evidence(), idle.state(), idle.why(), Words.orNone(idle.actor()), CaseJson.day(idle.day()));
        }
    }

    /** A move that was made. */
    public record Move(
            @Nullable String day,
            @Nullable String from,
            String to,
            @Nullable String actor,
            @Nullable String evidence,
            @Nullable String document) {
        static Move of(CaseView.Move move) {
            return new Move(
                    CaseJson.day(move.day()),
                    Words.orNone(move.from()),
                    move.to(),
                    Words.orNone(move.actor()),
                    Words.orNone(move.evidence()),
                    Words.orNone(move.document()));
        }
    }
}
