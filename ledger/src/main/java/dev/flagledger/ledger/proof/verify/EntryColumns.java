package dev.flagledger.ledger.proof.verify;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What an entry says that is stored in columns too, for queries.
 *
 * @param at the time as in the entry, {@code 2031-01-01T00:00:00.000000Z}
 * @param actorId null if the server acted, or somebody without an id
 * @param request null if no request caused the event
 */
public record EntryColumns(
        String stream,
        long sequence,
        String type,
        long revision,
        String id,
        String at,
        String actorKind,
        @Nullable Long actorId,
        @Nullable String request) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Reads an entry; null if it is none. */
    public static @Nullable EntryColumns of(byte[] entry) {
        var reader = new Reader();
        try (var json = JSON.createParser(ObjectReadContext.empty(), entry)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                reader.read(json.currentName(), json);
            }
            return json.nextToken() == null ? reader.columns() : null;
        } catch (JacksonException | IllegalArgumentException | NullPointerException _) {
            return null;
        }
    }

    /** The name of a column that differs from the entry; null if there is none. */
    @Nullable String differing(EntryColumns row) {
        if (!stream.equals(row.stream)) {
            return "aggregate_id";
        }
        if (sequence != row.sequence) {
            return "sequence_number";
        }
        if (!type.equals(row.type) || revision != row.revision) {
            return "payload_type or payload_revision";
        }
        if (!id.equals(row.id)) {
            return "event_id";
        }
        if (!at.equals(row.at)) {
            return "recorded_at";
        }
        if (!actorKind.equals(row.actorKind) || !Objects.equals(actorId, row.actorId)) {
            return "actor_kind or actor_id";
        }
        return Objects.equals(request, row.request) ? null : "request_id";
    }

    /** Collects the values. */
    private static final class Reader {

        private @Nullable String stream;
        private long sequence;
        private @Nullable String type;
        private long revision;
        private @Nullable String id;
        private @Nullable String at;
        private @Nullable String actorKind;
        private @Nullable Long actorId;
        private @Nullable String request;

        void read(String name, JsonParser json) {
            json.nextToken();
            switch (name) {
                case "stream" -> stream = json.getString();
                case "sequence" -> sequence = json.getLongValue();
                case "type" -> type = json.getString();
                case "revision" -> revision = json.getLongValue();
                case "id" -> id = json.getString();
                case "at" -> at = json.getString();
                case "request" -> request = json.currentToken() == JsonToken.VALUE_NULL ? null : json.getString();
                case "actor" -> readActor(json);
                default -> json.skipChildren();
            }
        }

        private void readActor(JsonParser json) {
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "id" -> actorId = json.currentToken() == JsonToken.VALUE_NULL ? null : json.getLongValue();
                    case "kind" -> actorKind = json.getString();
                    default -> json.skipChildren();
                }
            }
        }

        EntryColumns columns() {
            return new EntryColumns(
                    Objects.requireNonNull(stream),
                    sequence,
                    Objects.requireNonNull(type),
                    revision,
                    Objects.requireNonNull(id),
                    Objects.requireNonNull(at),
                    Objects.requireNonNull(actorKind),
                    actorId,
                    request);
        }
    }
}
