package dev.flagledger.webhook.outbox;

import dev.flagledger.contract.view.webhook.AuditRecord;
import dev.flagledger.contract.view.webhook.FlagUpdate;
import dev.flagledger.contract.view.webhook.PublishedVersion;
import dev.flagledger.webhook.payload.CanonicalJson;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Wraps a payload into the contract's envelope of data and event type, and returns the bytes to sign and send. */
final class Envelope {

    /** The type of a line of the audit log of a project or an environment. */
    static final String AUDITED = "AUDIT_LOG_CREATED";

    private static final String SHARES = "multivariate_feature_state_values";

    private static final JsonMapper WIRE_NAMES = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Envelope() {}

    /** Without a new state the event type is that of a deletion. */
    static byte[] of(FlagUpdate update) {
        return of(update, update.newState() == null ? "FLAG_DELETED" : "FLAG_UPDATED");
    }

    /** The form of 2021: states without the shares of options. */
    static byte[] of2021(FlagUpdate update) {
        var data = tree(update);
        for (var state : data.values()) {
            if (state instanceof Map<?, ?> fields) {
                fields.remove(SHARES);
            }
        }
        return bytes(data, "FLAG_UPDATED");
    }

    static byte[] of(PublishedVersion version) {
        return of(version, "NEW_VERSION_PUBLISHED");
    }

    /** The form of 2020 and, for organisations, of 2021. */
    static byte[] of(AuditRecord line) {
        return of(line, AUDITED);
    }

    /** The bytes for any payload. */
    static byte[] of(Object payload, String type) {
        return bytes(tree(payload), type);
    }

    private static Map<String, Object> tree(Object payload) {
        return WIRE_NAMES.convertValue(payload, new TypeReference<>() {});
    }

    private static byte[] bytes(Map<String, Object> data, String type) {
        return CanonicalJson.bytes(Map.of("data", data, "event_type", type));
    }
}
