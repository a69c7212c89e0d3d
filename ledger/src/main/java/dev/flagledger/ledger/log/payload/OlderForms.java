package dev.flagledger.ledger.log.payload;

import dev.flagledger.ledger.subject.SealedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts events of older revisions to the current one: sealed texts are opened in place, then the upcasters between the
 * revisions are applied in order. Stored bytes are not changed.
 */
final class OlderForms {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final Upcaster upcaster;

    /** Converts an event from one revision to the next. */
    @FunctionalInterface
    interface Upcaster {
        Map<String, Object> apply(String name, int from, Map<String, Object> event);
    }

    OlderForms(Upcaster upcaster) {
        this.upcaster = upcaster;
    }

    /** Converts an event from one revision to another, as JSON. */
    byte[] upcast(byte[] event, String name, int from, int to, PersonalTexts.Opener opener) {
        var tree = opened(JSON.readValue(event, TREE), JsonPointer.empty(), opener);
        for (int revision = from; revision < to; revision++) {
            tree = upcaster.apply(name, revision, tree);
        }
        return JSON.writeValueAsBytes(tree);
    }

    private static Map<String, Object> opened(Map<String, Object> object, JsonPointer at, PersonalTexts.Opener opener) {
        var opened = new LinkedHashMap<String, Object>();
        object.forEach((name, value) -> opened.put(name, openedValue(value, at.appendProperty(name), opener)));
        return opened;
    }

    @SuppressWarnings("unchecked") // Jackson creates no other maps
    private static @Nullable Object openedValue(@Nullable Object value, JsonPointer at, PersonalTexts.Opener opener) {
        return switch (value) {
            case Map<?, ?> map
            when map.size() == 2 && map.get("of") instanceof String of && map.get("sealed") instanceof String sealed ->
                opener.open(new SealedText(of, sealed), at.toString());
            case Map<?, ?> map -> opened((Map<String, Object>) map, at, opener);
            case List<?> list ->
                IntStream.range(0, list.size())
                        .mapToObj(index -> openedValue(list.get(index), at.appendIndex(index), opener))
                        .toList();
            case null, default -> value;
        };
    }
}
