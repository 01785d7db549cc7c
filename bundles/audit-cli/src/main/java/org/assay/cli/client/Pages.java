package org.assay.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whole lists, read page by page. */
public final class Pages {
    private Pages() {}

    /**
     * Every item of a list.
     *
     * @param path the list's path with its query
     */
    public static List<JsonNode> all(Api api, String path) {
        return all(api, path, first -> {});
    }

    /** The same, and what the first page says besides its items. */
    public static List<JsonNode> all(Api api, String path, Consumer<JsonNode> first) {
        List<JsonNode> all = new ArrayList<>();
        String next = path + (path.contains("?") ? "&" : "?") + "limit=1000";
        String cursor = "";
        do {
            JsonNode page = api.get(next + (cursor.isEmpty() ? "" : "&cursor=" + Api.part(cursor)));
            if (cursor.isEmpty()) {
                first.accept(page);
            }
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        return all;
    }
}
