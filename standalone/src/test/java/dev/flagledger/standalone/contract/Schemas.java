package dev.flagledger.standalone.contract;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The closed schemas of a document, for the validation of responses. */
final class Schemas {

    private static final String DOCUMENT = "https://contract.example.test/openapi.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode document;
    private final Closing closing;
    private final SchemaRegistry registry;

    Schemas(JsonNode document) {
        this.document = document;
        closing = new Closing(document);
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        registry = SchemaRegistry.withDefaultDialect(
                Dialects.getDraft202012(),
                builder -> builder.schemaRegistryConfig(config)
                        .schemas(Map.of(DOCUMENT, closing.components().toString())));
    }

    /** The target of a reference; any other schema itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").stringValue().substring(1)) : node;
    }

    /** An inline schema, which is closed too. */
    Schema of(JsonNode schema) {
        var closed = closing.use(schema).toString().replace("\"#/components/", "\"" + DOCUMENT + "#/components/");
        return registry.getSchema(JSON.readTree(closed));
    }
}
