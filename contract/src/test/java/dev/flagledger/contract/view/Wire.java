package dev.flagledger.contract.view;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Serializes views like the server. */
public final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Wire() {}

    public static JsonNode json(Object view) {
        return JSON.readTree(bytes(view));
    }

    public static byte[] bytes(Object view) {
        return JSON.writeValueAsBytes(view);
    }

    /** JSON with single quotes, for readability. */
    public static JsonNode parse(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }

    public static List<String> keys(Object view) {
        return List.copyOf(json(view).propertyNames());
    }
}
