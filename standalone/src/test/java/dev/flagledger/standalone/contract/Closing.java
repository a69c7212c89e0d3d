package dev.flagledger.standalone.contract;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Closes the schemas of a document: a value may have no property that its schema, including all parts, does not name. The parts stay
 * open, since several can be combined. Schemas without properties describe objects of unspecified form, and stay open too.
 */
record Closing(JsonNode document) {

    private static final Set<String> OF_PROPERTIES = Set.of("properties", "patternProperties");
    private static final Set<String> OF_ITEMS = Set.of("items", "additionalProperties");
    private static final Set<String> PARTS = Set.of("allOf", "oneOf", "anyOf");

    /** The document's components, with everything closed that their properties and items refer to. */
    ObjectNode components() {
        var schemas = document.at("/components/schemas").deepCopy().asObject();
        schemas.forEach(this::closeInside);
        var components = schemas.objectNode();
        components.putObject("components").set("schemas", schemas);
        return components;
    }

    /** A copy of a schema that describes a whole value. */
    JsonNode use(JsonNode schema) {
        var copy = schema.deepCopy();
        close(copy);
        return copy;
    }

    private void close(JsonNode schema) {
        closeInside(schema);
        if (schema instanceof ObjectNode object && namesProperties(object)) {
            object.put("unevaluatedProperties", false);
        }
    }

    private void closeInside(JsonNode schema) {
        schema.propertyStream().toList().forEach(keyword -> {
            if (OF_PROPERTIES.contains(keyword.getKey())) {
                keyword.getValue().forEach(this::close);
            } else if (OF_ITEMS.contains(keyword.getKey())) {
                close(keyword.getValue());
            } else if (PARTS.contains(keyword.getKey())) {
                keyword.getValue().forEach(this::closeInside);
            }
        });
    }

    private boolean namesProperties(JsonNode schema) {
        return schema.has("properties")
                || PARTS.stream()
                        .flatMap(part -> schema.path(part).valueStream())
                        .anyMatch(this::namesProperties)
                || (schema.has("$ref")
                        && namesProperties(
                                document.at(schema.get("$ref").stringValue().substring(1))));
    }
}
