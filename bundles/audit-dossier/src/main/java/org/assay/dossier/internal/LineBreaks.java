package org.assay.dossier.internal;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line of a PDF may end: not within a day such as 21/11/2026. For one text after the other. */
final class LineBreaks implements FSTextBreaker {
    private final BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";

    @Override
    public void setText(String next) {
        text = next;
        places.setText(next);
    }

    @Override
    public int next() {
        int place = places.next();
        while (place != BreakIterator.DONE && isWithinDay(place)) {
            place = places.next();
        }
        return place;
    }

    private boolean isWithinDay(int place) {
        return isSlash(place) || isSlash(place - 1);
    }

    private boolean isSlash(int at) {
        return at > 0
                && at < text.length() - 1
                && text.charAt(at) == '/'
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }
}
