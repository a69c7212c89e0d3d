package dev.flagledger.ledger.log.payload;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** An independent implementation of the canonical form of JSON: compact, keys sorted. */
final class Canonical {

    /** Ids are compared as numbers. */
    private static final Comparator<String> KEYS = Comparator.<String, Integer>comparing(
                    key -> key.chars().allMatch(Character::isDigit) ? Integer.parseInt(key) : -1)
            .thenComparing(Comparator.naturalOrder());

    private Canonical() {}

    static String form(JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream()
                    .sorted(Comparator.comparing(Map.Entry::getKey, KEYS))
                    .map(property -> "\"" + property.getKey() + "\":" + form(property.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.isArray()
                ? node.valueStream().map(Canonical::form).collect(Collectors.joining(",", "[", "]"))
                : node.toString();
    }
}
