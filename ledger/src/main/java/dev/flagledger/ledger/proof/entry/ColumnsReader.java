package dev.flagledger.ledger.proof.entry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Collects the values of one entry. Passes over what it does not know. */
final class ColumnsReader {

    private static final JsonFactory JSON = new JsonFactory();

    private @Nullable String stream;
    private long sequence;
    private @Nullable String type;
    private long revision;
    private @Nullable String id;
    private @Nullable String at;
    private @Nullable String actorKind;
    private @Nullable Long actorId;
    private @Nullable String request;

    @Nullable EntryColumns read(byte[] entry) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), entry)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                read(json.currentName(), json);
            }
            return json.nextToken() == null ? columns() : null;
        } catch (JacksonException | IllegalArgumentException | NullPointerException _) {
            return null;
        }
    }

    private void read(String name, JsonParser json) {
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

    private EntryColumns columns() {
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
