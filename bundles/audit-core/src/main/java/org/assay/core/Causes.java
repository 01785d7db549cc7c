package org.assay.core;

import java.util.regex.Pattern;

/** What went wrong, in words that may be answered to a caller: neither where things lie on this machine nor who logs in where. */
public final class Causes {
    private static final int MOST = 600;
    private static final Pattern LOGIN = Pattern.compile("(?<=//)[^/@\\s]+@");
    private static final Pattern QUERY = Pattern.compile("(?<=[a-z]://)([^\\s?]+)\\?[^\\s'\"]+");
    private static final Pattern FOLDERS = Pattern.compile("(?<![\\w/:.])(?:file:)?/+(?:[^/\\s'\":;,()\\[\\]]+/)+");

    private Causes() {}

    /** What an exception says, or what it is where it says nothing. */
    public static String of(Throwable cause) {
        String message = cause.getMessage();
        return plain(message == null || message.isBlank() ? cause.getClass().getSimpleName() : message);
    }

    /** A message without folders, log-ins and queries of addresses. */
    public static String plain(String message) {
        String text = LOGIN.matcher(message.strip()).replaceAll("");
        text = QUERY.matcher(text).replaceAll("$1");
        text = FOLDERS.matcher(text).replaceAll("");
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}
