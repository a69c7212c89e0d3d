package dev.flagledger.webhook.outbox;

import dev.flagledger.contract.view.webhook.FlagUpdate;
import dev.flagledger.contract.view.webhook.PublishedVersion;
import dev.flagledger.webhook.payload.CanonicalJson;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Wraps what is told into the envelope that receivers know: the data and the type of the event. */
final class Envelope {

    private static final JsonMapper WIRE_NAMES = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Envelope() {}

    /** The exact bytes to send and sign. A feature that is gone has no new state, and is told as deleted. */
    static byte[] of(FlagUpdate update) {
        var type = update.newState() == null ? "FLAG_DELETED" : "FLAG_UPDATED";
        return bytes(update, type);
    }

    /** The same for a version that went live. */
    static byte[] of(PublishedVersion version) {
        return bytes(version, "NEW_VERSION_PUBLISHED");
    }

    private static byte[] bytes(Object told, String type) {
        var data = WIRE_NAMES.convertValue(told, new TypeReference<Map<String, Object>>() {});
        return CanonicalJson.bytes(Map.of("data", data, "event_type", type));
    }
}
