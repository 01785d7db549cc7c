package org.assay.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Whole lists, read page by page. */
public final class Pages {
    private Pages() {}

    /**
     * Every item of a list.
     *
     * @param path the list's path with its query
     */
    public static List<JsonNode> all(Api api, String path) {
        List<JsonNode> all = new ArrayList<>();
        String next = path + (path.contains("?") ? "&" : "?") + "limit=1000";
        String cursor = "";
        do {
            JsonNode page = api.get(next + (cursor.isEmpty() ? "" : "&cursor=" + Api.part(cursor)));
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").asText("");
        } while (!cursor.isEmpty());
        return all;
    }
}
