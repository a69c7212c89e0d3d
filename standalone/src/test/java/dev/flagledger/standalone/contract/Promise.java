package dev.flagledger.standalone.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The responses that an operation allows for one status.
 *
 * @param content the schema by content type; empty if there is no body. Only JSON is compared with it
 */
record Promise(Map<String, Schema> content) {

    private static final String JSON = "application/json";

    /** The statuses of the document's {@code default}, which would otherwise allow every status. */
    private static final Set<Integer> OTHERS = Set.of(400, 405, 406, 414, 415, 431);

    /** The responses that an operation allows, by status. */
    static Map<String, Promise> all(JsonNode responses, Schemas schemas) {
        return responses
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, response -> of(schemas.resolved(response.getValue()), schemas)));
    }

    private static Promise of(JsonNode response, Schemas schemas) {
        return new Promise(response.path("content")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, type -> schemas.of(type.getValue().get("schema")))));
    }

    /** The promise that applies to a response. */
    static Promise of(Answered answered, Map<String, Promise> promised) {
        var promise = promised.get(Integer.toString(answered.status()));
        if (promise == null && OTHERS.contains(answered.status())) {
            promise = promised.get("default");
        }
        if (promise == null) {
            throw new AssertionError(answered + ": the OpenAPI document does not promise this status");
        }
        return promise;
    }

    void check(Answered answered) {
        if (content.isEmpty()) {
            if (!answered.body().isEmpty() || !answered.contentType().isEmpty()) {
                throw new AssertionError(answered + ": the OpenAPI document promises no body");
            }
            return;
        }
        var type = answered.contentType().replaceFirst(";.*", "");
        var schema = content.get(type);
        if (schema == null) {
            throw new AssertionError(answered + ": the OpenAPI document promises " + content.keySet());
        }
        if (!type.equals(JSON)) {
            return;
        }
        var broken = schema.validate(answered.body(), InputFormat.JSON);
        if (!broken.isEmpty()) {
            throw new AssertionError(answered + ": not what the OpenAPI document promises:\n"
                    + broken.stream().map(Error::toString).distinct().collect(Collectors.joining("\n")));
        }
    }
}
