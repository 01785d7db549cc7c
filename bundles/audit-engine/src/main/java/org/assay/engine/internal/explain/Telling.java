package org.assay.engine.internal.explain;

import java.util.Map;
import org.assay.engine.internal.lang.Compiled;
import org.assay.engine.internal.lang.Template;

/** What the expressions of one rule come to for one subject, and which facts they read. For one thread. */
public interface Telling {
    /** What the condition of a clause comes to. */
    Compiled.Result condition(Compiled when);

    /** A text. */
    String text(Template template);

    /** What an expression comes to that gives a day. */
    Compiled.Result day(Compiled expression);

    /** The facts read so far, by path, in the order in which they were first read; grows until {@link #end}. */
    Map<String, Object> facts();

    /** What is read from now on is not noted. */
    void end();

    /** Whether all of this is what the interpreter says; where it is not, nothing of it is to be used. */
    boolean isSure();
}
