package dev.flagledger.contract.view;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Views as the server writes them. */
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

    /** JSON in single quotes, for reading's sake. */
    public static JsonNode parse(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }

    public static List<String> keys(Object view) {
        return List.copyOf(json(view).propertyNames());
    }
}
