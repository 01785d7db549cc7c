package org.assay.engine.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.api.LegalSource;
import org.jspecify.annotations.Nullable;

/**
 * The template of a document that a regime wants filed: which items it has, and what each takes from facts, evidence,
 * verdicts and cases. Immutable.
 *
 * @param name the name in the pack
 * @param title for people, by language
 * @param language the language in which it is filed
 * @param source the law that asks for it
 * @param recipient who gets it, by language
 * @param note what a reader has to know, by language; may be empty
 * @param programme whether it is the view of a supplier's programme: its chapters are suppliers
 * @param words how words that stand in facts are said to people, such as states and roles
 * @param chapters what it has a chapter for; null where it is one chapter about the network
 * @param items in the order of the law; each chapter has all of them
 * @param at where it stands in the file
 */
public record Dossier(
        String name,
        Text title,
        String language,
        LegalSource source,
        Text recipient,
        Text note,
        boolean programme,
        Map<String, Text> words,
        @Nullable Chapters chapters,
        List<Item> items,
        Position at) {
    public Dossier {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        items = List.copyOf(items);
    }

    /**
     * What there is a chapter for.
     *
     * @param by the kind of record, {@code component} or {@code evidence.<kind>}
     * @param when which of them; null for all
     * @param per records for which it gives the same make one chapter; null for one each
     * @param title the word before a chapter's key
     * @param none what is said where there is no chapter; may be empty
     * @param at where it stands in the file
     */
    public record Chapters(String by, @Nullable Expr when, @Nullable Expr per, Text title, Text none, Position at) {}

    /**
     * Whom to ask what.
     *
     * @param of the party
     * @param question by language
     */
    public record Question(String of, Text question) {}

    /**
     * One item of the law's list.
     *
     * @param number as the law numbers it
     * @param title for people
     * @param text what the law wants there, in plain words; may be empty
     * @param when a condition without which the item is not needed; null for always
     * @param there a condition that must hold for the item to be complete; null for none
     * @param ask whom to ask where it does not hold; null for none
     * @param show what the item shows
     * @param at where it stands in the file
     */
    public record Item(
            String number,
            Text title,
            Text text,
            @Nullable Expr when,
            @Nullable Expr there,
            @Nullable Question ask,
            List<Block> show,
            Position at) {
        public Item {
            show = List.copyOf(show);
        }
    }

    /** Something that an item shows. */
    public sealed interface Block permits FieldList, Table, Verdicts {
        /** A heading; may be empty. */
        Text title();

        /** Where it stands in the file. */
        Position at();
    }

    /**
     * A value with its label.
     *
     * @param label for people
     * @param value an expression of any type
     * @param optional whether the item is complete without it
     * @param ask whom to ask where it is missing; null for what the fact itself says
     */
    public record Value(Text label, Expr value, boolean optional, @Nullable Question ask) {}

    /** Values, one below the other. */
    public record FieldList(Text title, List<Value> values, Position at) implements Block {
        public FieldList {
            values = List.copyOf(values);
        }
    }

    /**
     * A table of records; rows that look alike are one row with their number.
     *
     * @param title a heading
     * @param of the kind of record
     * @param when which of them; null for all, in a chapter of the same kind for all of the chapter
     * @param each an expression that gives a list: a row for each element; null for a row for each record
     * @param as the name under which columns see an element
     * @param columns what a row shows
     * @param cases the procedure whose cases the records opened: their state, age and next clock are columns; may be empty
     * @param ages limits in days: with them cases are also counted by state and age
     * @param least so many rows must be there
     * @param counts which rows count for that; null for all
     * @param ask whom to ask where there are fewer; null for none
     * @param none what is said where there is no row; may be empty
     * @param at where it stands in the file
     */
    public record Table(
            Text title,
            String of,
            @Nullable Expr when,
            @Nullable Expr each,
            String as,
            List<Value> columns,
            String cases,
            List<Integer> ages,
            int least,
            @Nullable Expr counts,
            @Nullable Question ask,
            Text none,
            Position at)
            implements Block {
        public Table {
            columns = List.copyOf(columns);
            ages = List.copyOf(ages);
        }
    }

    /**
     * Requirements with how many subjects have each outcome, and their findings.
     *
     * @param title a heading
     * @param requirements by id
     * @param of the kind of record of which only some count; empty for all of each kind but the chapter's
     * @param when which of them; null for all
     * @param at where it stands in the file
     */
    public record Verdicts(Text title, List<String> requirements, String of, @Nullable Expr when, Position at)
            implements Block {
        public Verdicts {
            requirements = List.copyOf(requirements);
        }
    }
}
