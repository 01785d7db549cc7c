package org.assay.engine.pack;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.engine.facts.Ask;
import org.assay.engine.facts.Days;
import org.assay.engine.facts.FactType;
import org.assay.engine.facts.FactValueException;
import org.assay.engine.facts.FactValues;
import org.assay.engine.facts.FieldDef;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a regime's requirements, as read from YAML; immutable.
 *
 * @param regime the regime's id
 * @param version three numbers, such as {@code 2026.1.0}
 * @param language the number of the rule language its expressions are written in
 * @param inForce the days for which it speaks
 * @param timeZone the zone in which it reads dates
 * @param title the regime's name, by language
 * @param authority who supervises it, by language
 * @param options choices that the law leaves open, by name
 * @param facts the facts it adds to the core model
 * @param absentUnknown the kinds of evidence of which "not there" means "not delivered"
 * @param reference its tables, by name
 * @param defines its named expressions, in the order of their declaration
 * @param measures its network-wide aggregates, by name
 * @param procedures its state machines, in the order of their declaration
 * @param dossiers the documents that it wants filed, in the order of their declaration
 * @param requirements in the order of their declaration
 * @param digest SHA-256 of the signed bytes, {@code sha256:} and 64 lower-case hex digits
 */
public record RulePack(
        String regime,
        String version,
        int language,
        InForce inForce,
        ZoneId timeZone,
        Text title,
        Text authority,
        Map<String, Option> options,
        List<FactDecl> facts,
        List<String> absentUnknown,
        Map<String, Reference> reference,
        List<Define> defines,
        Map<String, MeasureDef> measures,
        List<Procedure> procedures,
        List<Dossier> dossiers,
        List<Requirement> requirements,
        String digest) {

    public RulePack {
        options = ordered(options);
        facts = List.copyOf(facts);
        absentUnknown = List.copyOf(absentUnknown);
        reference = ordered(reference);
        defines = List.copyOf(defines);
        measures = ordered(measures);
        procedures = List.copyOf(procedures);
        dossiers = List.copyOf(dossiers);
        requirements = List.copyOf(requirements);
    }

    /** A pack without procedures and dossiers. */
    public RulePack(
            String regime,
            String version,
            int language,
            InForce inForce,
            ZoneId timeZone,
            Text title,
            Text authority,
            Map<String, Option> options,
            List<FactDecl> facts,
            List<String> absentUnknown,
            Map<String, Reference> reference,
            List<Define> defines,
            Map<String, MeasureDef> measures,
            List<Requirement> requirements,
            String digest) {
        this(
                regime,
                version,
                language,
                inForce,
                timeZone,
                title,
                authority,
                options,
                facts,
                absentUnknown,
                reference,
                defines,
                measures,
                List.of(),
                List.of(),
                requirements,
                digest);
    }

    /** The same pack with other procedures. */
    public RulePack withProcedures(List<Procedure> other) {
        return new RulePack(
                regime,
                version,
                language,
                inForce,
                timeZone,
                title,
                authority,
                options,
                facts,
                absentUnknown,
                reference,
                defines,
                measures,
                other,
                dossiers,
                requirements,
                digest);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * Days, both ends included.
     *
     * @param from the first day
     * @param to the last day, {@link Days#NEVER} where there is none
     */
    public record InForce(LocalDate from, LocalDate to) {
        /** Whether a day lies in it. */
        public boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * A choice that the law leaves open.
     *
     * @param type what may be chosen
     * @param byDefault what holds where an audit says nothing, a value of that type
     * @param why the question behind it
     * @param at where it stands in the file
     */
    public record Option(FactType type, Object byDefault, Text why, Position at) {

        /**
         * A choice as a caller wrote it, in the form that {@link FactType} names.
         *
         * @param name of the option
         * @param plain a text, Long or Boolean
         * @throws FactValueException if it is no value of the type
         */
        public Object value(String name, Object plain) throws FactValueException {
            return FactValues.scalar(new FieldDef(name, type, false, "", null, null), type, plain);
        }
    }

    /**
     * A named expression with parameters, expanded where it is used.
     *
     * @param name the name
     * @param parameters in order
     * @param body the expression
     */
    public record Define(String name, List<Parameter> parameters, Expr body) {
        public Define {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * A parameter of a define.
     *
     * @param type the word before its name: a kind of record, {@code row}, or a simple type
     * @param name its name
     */
    public record Parameter(String type, String name) {}

    /**
     * A table that the pack brings.
     *
     * @param source where it comes from
     * @param fetched when it was read there, null where that is not known
     * @param complete whether what it lacks is known not to belong; otherwise a look-up of what it lacks is unknown
     * @param ask whom to ask what where a look-up in it is unknown; null for a generic question
     * @param columns the types of its columns, by name
     * @param rows its rows
     * @param at where it stands in the file
     */
    public record Reference(
            String source,
            @Nullable LocalDate fetched,
            boolean complete,
            @Nullable Ask ask,
            Map<String, FactType> columns,
            List<Row> rows,
            Position at) {
        public Reference {
            columns = ordered(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param values by column
     * @param from the first day on which it holds; null for always
     * @param to the last day on which it holds; null for always
     * @param unsure whether a match with this row is unknown rather than true
     * @param at where it stands in the file
     */
    public record Row(
            Map<String, Object> values, @Nullable LocalDate from, @Nullable LocalDate to, boolean unsure, Position at) {
        public Row {
            values = ordered(values);
        }
    }
}
