package dev.flagledger.standalone;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.Receiver.Inspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validates every message that a receiver of these tests is sent against the published schema of its type and form. */
public final class PayloadInspector implements Inspector {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Schema> schemas = new HashMap<>();

    public PayloadInspector() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:schemas/webhooks/*.json")) {
                try (var content = file.getInputStream()) {
                    var name = Objects.requireNonNull(file.getFilename()).replace(".json", "");
                    schemas.put(name, registry.getSchema(JSON.readTree(content)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> problems(Receiver.Request request) {
        // Samples are as in Flagsmith, and show a type of features that no longer exists.
        var id = request.header("webhook-id");
        if (id == null || id.startsWith("test-")) {
            return List.of();
        }
        var body = JSON.readTree(request.body());
        var name = name(body);
        var schema = schemas.get(name);
        return schema == null
                ? List.of("no schema " + name)
                : schema.validate(request.body(), InputFormat.JSON).stream()
                        .map(problem -> name + ": " + problem)
                        .toList();
    }

    /** The form is that whose marks the message has. */
    private static String name(JsonNode body) {
        var type = body.path("event_type").asString("");
        var data = body.path("data");
        return switch (type) {
            case "AUDIT_LOG_CREATED" -> data.has("id") ? type : type + "-2020";
            case "FLAG_UPDATED" ->
                data.path("new_state").has("multivariate_feature_state_values") ? type : type + "-2021";
            // The one kind of message without a type.
            case "" -> "IDENTITY_EVALUATION";
            default -> type;
        };
    }
}
