package dev.flagledger.query.openapi;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Assembles the OpenAPI document from its parts, and adds to each operation what all of its kind share. */
final class OpenApiDocument {

    private static final String BASE = "document.json";
    /** Routes that respond 400 instead of 404 to an id that is no number. */
    private static final String OF_ORGANISATION = "/api/v1/organisations/{";

    private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> OF_ALL =
            Map.of("401", "Unauthenticated", "403", "Forbidden", "503", "NotCaughtUp", "default", "Other");
    private static final Map<String, String> OF_BODIES =
            Map.of("400", "BadRequest", "413", "TooLarge", "415", "UnsupportedMediaType", "507", "NoSpace");

    private OpenApiDocument() {}

    static ObjectNode assemble(JsonMapper json) throws IOException {
        var parts = new PathMatchingResourcePatternResolver().getResources("classpath:openapi/*.json");
        Arrays.sort(parts, (one, other) -> name(one).compareTo(name(other)));
        var document = json.createObjectNode();
        document.set("tags", json.createArrayNode());
        for (var part : parts) {
            try (var content = part.getInputStream()) {
                add(document, json.readTree(content).asObject());
            }
        }
        document.get("paths").forEachEntry((path, item) -> complete(path, item.asObject()));
        return document;
    }

    private static String name(Resource part) {
        var name = Objects.requireNonNull(part.getFilename());
        return name.equals(BASE) ? "" : name;
    }

    private static void add(ObjectNode document, ObjectNode part) {
        part.forEachEntry((name, value) -> {
            switch (document.get(name)) {
                case ObjectNode known -> add(known, value.asObject());
                case ArrayNode known when name.equals("tags") -> known.addAll(value.asArray());
                case null -> document.set(name, value);
                default -> throw new IllegalStateException("two parts of the OpenAPI document describe " + name);
            }
        });
    }

    private static void complete(String path, ObjectNode item) {
        var parameters = PATH_PARAMETER.matcher(path);
        while (parameters.find()) {
            add(item.withArrayProperty("parameters"), parameters.group(1));
        }
        // The SDK API and the health endpoints are not part of the admin API.
        item.forEachEntry((method, operation) -> {
            if (operation instanceof ObjectNode known && has(known, "AsOf")) {
                respond(known.withObjectProperty("responses"), "410", "Pruned");
            }
            if (operation instanceof ObjectNode known && !known.has("x-not-admin")) {
                complete(known, method.equals("get"), parameters.reset().find());
                if (path.startsWith(OF_ORGANISATION)) {
                    respond(known.withObjectProperty("responses"), "400", "BadRequest");
                }
            }
        });
    }

    private static void add(ArrayNode parameters, String name) {
        var parameter =
                parameters.addObject().put("name", name).put("in", "path").put("required", true);
        var schema = parameter.putObject("schema");
        switch (name) {
            case "api_key",
                    "environment_key",
                    "flag_key",
                    "hash",
                    "delivery_id",
                    "prefix",
                    "identifier",
                    "trait_key",
                    "configuration_name",
                    "provider_name",
                    "schema_name",
                    "scim_id",
                    "path" -> schema.put("type", "string");
            case "position" -> schema.put("type", "integer").put("format", "int64");
            case "uuid" -> schema.put("type", "string").put("format", "uuid");
            default -> schema.put("type", "integer").put("format", "int32");
        }
    }

    private static void complete(ObjectNode operation, boolean read, boolean ofOneThing) {
        var parameters = operation.withArrayProperty("parameters");
        boolean asksForPages = has(operation, "Page");
        parameters.addObject().put("$ref", "#/components/parameters/Position");
        var responses = operation.withObjectProperty("responses");
        responses.forEachEntry((status, response) -> {
            // A shared response declares the header itself.
            if (status.startsWith("2") && !response.has("$ref")) {
                response.asObject()
                        .withObjectProperty("headers")
                        .putObject("Flagledger-Position")
                        .put("$ref", "#/components/headers/Position");
            }
        });
        OF_ALL.forEach((status, name) -> respond(responses, status, name));
        if (ofOneThing || asksForPages) {
            respond(responses, "404", "NotFound");
        }
        if (!read) {
            parameters.addObject().put("$ref", "#/components/parameters/Note");
            respond(responses, "202", "Recorded");
            OF_BODIES.forEach((status, name) -> respond(responses, status, name));
        }
    }

    /** Whether an operation has a parameter of the components. */
    private static boolean has(ObjectNode operation, String parameter) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(known -> known.path("$ref").asString("").endsWith("/" + parameter));
    }

    private static void respond(ObjectNode responses, String status, String name) {
        if (!responses.has(status)) {
            responses.putObject(status).put("$ref", "#/components/responses/" + name);
        }
    }
}
