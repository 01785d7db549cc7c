package org.assay.core.internal.util;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assay.core.store.StoreException;

/** The JSON inside rows: plain maps, lists, texts, whole numbers and booleans. Thread-safe. */
public final class Json {
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private final ObjectMapper mapper =
            new ObjectMapper().enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_LONG_FOR_INTS);

    /** The text of a map. */
    public String write(Map<String, ?> map) {
        try {
            return mapper.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not plain values: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The map of a text.
     *
     * @throws StoreException if it is none: a row was damaged
     */
    public Map<String, Object> read(String text) {
        try {
            return mapper.readValue(text, MAP);
        } catch (JsonProcessingException e) {
            throw new StoreException("a row does not hold the JSON that it should: " + e.getOriginalMessage(), e);
        }
    }

    /** A member that is a map of texts; empty if it is not there. */
    public static Map<String, String> texts(Map<String, Object> map, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map.get(key) instanceof Map<?, ?> some) {
            some.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
        }
        return texts;
    }

    /** A member that is a list of texts; empty if it is not there. */
    public static List<String> list(Map<String, Object> map, String key) {
        return map.get(key) instanceof List<?> some
                ? some.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A member that is a whole number; 0 if it is not there. */
    public static long number(Map<String, Object> map, String key) {
        return map.get(key) instanceof Number some ? some.longValue() : 0;
    }
}
