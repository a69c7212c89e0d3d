package dev.flagledger.webhook.outbox;

import dev.flagledger.contract.view.webhook.FlagUpdate;
import dev.flagledger.contract.view.webhook.PublishedVersion;
import dev.flagledger.webhook.payload.CanonicalJson;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Wraps a payload into the contract's envelope of data and event type. */
final class Envelope {

    private static final JsonMapper WIRE_NAMES = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Envelope() {}

    /** The bytes to sign and send. Without a new state the event type is that of a deletion. */
    static byte[] of(FlagUpdate update) {
        var type = update.newState() == null ? "FLAG_DELETED" : "FLAG_UPDATED";
        return bytes(update, type);
    }

    /** The bytes for a published version. */
    static byte[] of(PublishedVersion version) {
        return bytes(version, "NEW_VERSION_PUBLISHED");
    }

    private static byte[] bytes(Object payload, String type) {
        var data = WIRE_NAMES.convertValue(payload, new TypeReference<Map<String, Object>>() {});
        return CanonicalJson.bytes(Map.of("data", data, "event_type", type));
    }
}
