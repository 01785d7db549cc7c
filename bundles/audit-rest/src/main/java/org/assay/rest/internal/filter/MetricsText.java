package org.assay.rest.internal.filter;

import java.util.Locale;

/** Text in the Prometheus format, metric by metric. Not thread-safe. */
public final class MetricsText {
    private final StringBuilder text = new StringBuilder();

    /** A number that goes up and down. */
    public void gauge(String name, String help, double value) {
        head(name, help, "gauge");
        sample(name, "", value);
    }

    /** Begins a number that only goes up; its samples follow. */
    void counter(String name, String help) {
        head(name, help, "counter");
    }

    /** One sample; labels as {@code method="GET",status="200"}, empty without any. */
    void sample(String name, String labels, double value) {
        text.append(name).append(labels.isEmpty() ? "" : "{" + labels + "}").append(' ');
        text.append(value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value));
        text.append('\n');
    }

    private void head(String name, String help, String type) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
