package dev.flagledger.platform.log;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The canonical form of JSON, said a second time and independently: compact, keys sorted. */
final class Canonical {

    private Canonical() {}

    static String form(JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream()
                    .sorted((one, other) -> one.getKey().compareTo(other.getKey()))
                    .map(property -> "\"" + property.getKey() + "\":" + form(property.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.isArray()
                ? node.valueStream().map(Canonical::form).collect(Collectors.joining(",", "[", "]"))
                : node.toString();
    }
}
