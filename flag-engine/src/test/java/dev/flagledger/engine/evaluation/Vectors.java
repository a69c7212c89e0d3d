package dev.flagledger.engine.evaluation;

import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.engine.evaluation.context.EnvironmentContext;
import dev.flagledger.engine.evaluation.context.EvaluationContext;
import dev.flagledger.engine.evaluation.context.FeatureContext;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import dev.flagledger.engine.evaluation.context.SegmentContext;
import dev.flagledger.engine.evaluation.context.VariantContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads contexts and results in the format of Flagsmith's engine test data: JSON, possibly with comments. */
final class Vectors {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private Vectors() {}

    /** Returns the test cases in this folder and below, by file name. */
    static Map<String, JsonNode> in(Path folder) throws IOException {
        Map<String, JsonNode> vectors = new LinkedHashMap<>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.getFileName().toString().matches("test_.*\\.jsonc?"))
                    .sorted()
                    .toList()) {
                vectors.put(file.getFileName().toString(), JSON.readTree(Files.readString(file)));
            }
        }
        return vectors;
    }

    static EvaluationContext context(JsonNode json) {
        var environment = json.path("environment");
        return new EvaluationContext(
                new EnvironmentContext(
                        environment.path("key").asString(),
                        environment.path("name").asString()),
                json.path("identity").isObject() ? identity(json.path("identity")) : null,
                members(json.path("features"), Vectors::feature),
                members(json.path("segments"), Vectors::segment));
    }

    private static IdentityContext identity(JsonNode json) {
        Map<String, @Nullable Object> traits = new LinkedHashMap<>();
        json.path("traits").properties().forEach(trait -> traits.put(trait.getKey(), plain(trait.getValue())));
        return new IdentityContext(json.path("identifier").asString(), text(json.path("key")), traits);
    }

    private static FeatureContext feature(JsonNode json) {
        return new FeatureContext(
                json.path("key").asString(),
                json.path("name").asString(),
                json.path("enabled").asBoolean(),
                plain(json.path("value")),
                items(json.path("variants"), Vectors::variant),
                json.path("priority").asDouble(FeatureContext.WEAKEST),
                metadata(json));
    }

    private static VariantContext variant(JsonNode json) {
        return new VariantContext(
                plain(json.path("value")),
                json.path("weight").asDouble(),
                json.path("priority").bigIntegerValue(),
                text(json.path("key")));
    }

    private static SegmentContext segment(JsonNode json) {
        return new SegmentContext(
                json.path("key").asString(),
                json.path("name").asString(),
                items(json.path("rules"), Vectors::rule),
                items(json.path("overrides"), Vectors::feature),
                metadata(json));
    }

    private static SegmentRule rule(JsonNode json) {
        return new SegmentRule(
                0,
                SegmentRule.Type.valueOf(json.path("type").asString()),
                items(json.path("rules"), Vectors::rule),
                items(json.path("conditions"), Vectors::condition));
    }

    /** An unknown operator never matches, like one without operands. */
    private static Condition condition(JsonNode json) {
        var operator = Stream.of(Operator.values())
                .filter(known -> known.name().equals(json.path("operator").asString()))
                .findAny();
        return new Condition(
                0,
                operator.orElse(Operator.EQUAL),
                operator.isPresent() ? text(json.path("property")) : null,
                operator.isPresent() ? text(json.path("value")) : null,
                null);
    }

    /** Returns text unchanged and a list as JSON. */
    private static @Nullable String text(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        return json.isString() ? json.asString() : json.toString();
    }

    private static @Nullable Object plain(JsonNode json) {
        return json.isMissingNode() ? null : JSON.treeToValue(json, Object.class);
    }

    @SuppressWarnings("unchecked") // the data binding of an object is a map
    private static Map<String, Object> metadata(JsonNode json) {
        return json.path("metadata").isObject() ? JSON.treeToValue(json.path("metadata"), Map.class) : Map.of();
    }

    private static <T> Map<String, T> members(JsonNode json, Function<JsonNode, T> reader) {
        Map<String, T> members = new LinkedHashMap<>();
        json.properties().forEach(member -> members.put(member.getKey(), reader.apply(member.getValue())));
        return members;
    }

    private static <T> List<T> items(JsonNode json, Function<JsonNode, T> reader) {
        return json.valueStream().map(reader).toList();
    }

    /** Returns a result in Flagsmith's format. */
    static JsonNode json(Evaluation evaluation) {
        var flags = JSON.createObjectNode();
        evaluation.flags().forEach((name, flag) -> {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("name", flag.name());
            members.put("enabled", flag.enabled());
            members.put("value", flag.value());
            members.put("reason", flag.reason());
            members.put("variant", flag.variant());
            flags.set(name, json(members, flag.metadata()));
        });
        var segments = JSON.createArrayNode();
        for (var segment : evaluation.segments()) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            members.put("name", segment.name());
            segments.add(json(members, segment.metadata()));
        }
        return JSON.createObjectNode().set("flags", flags).set("segments", segments);
    }

    private static JsonNode json(Map<String, @Nullable Object> members, Map<String, Object> metadata) {
        if (!metadata.isEmpty()) {
            members.put("metadata", metadata);
        }
        return Objects.requireNonNull(JSON.valueToTree(members));
    }
}
