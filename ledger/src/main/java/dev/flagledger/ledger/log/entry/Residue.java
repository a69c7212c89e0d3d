package dev.flagledger.ledger.log.entry;

import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What is left of the entry of a pruned event for folds: an entry with the same event, without the actor's name, the address, the
 * agent, the note and the request. Sealed texts of the event stay sealed as they are, so erasing a person affects them as before.
 */
public final class Residue {

    private static final JsonFactory JSON = new JsonFactory();

    private Residue() {}

    /**
     * The residue of an entry.
     *
     * @throws SerializationException if the entry has another form
     */
    public static Entry of(Entry entry) {
        return of(entry, null);
    }

    /**
     * The residue of an entry with another event of the same type.
     *
     * @param event has no texts that are sealed
     */
    public static Entry of(Entry entry, Object event, CanonicalSerializer serializer) {
        var payload = serializer.write(event, (_, path) -> {
            throw new IllegalArgumentException("Sealed texts are not written anew: " + path);
        });
        int revision =
                Integer.parseInt(serializer.typeForClass(event.getClass()).getRevision());
        return of(entry, new Payload(payload, revision));
    }

    /** The bytes of an event with their revision. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Payload(byte[] bytes, int revision) {}

    private static Entry of(Entry entry, @Nullable Payload other) {
        var bytes = entry.unsafeBytes();
        var residue = new ByteArrayOutputStream(bytes.length);
        try (var reader = new EntryReader(bytes);
                var json = JSON.createGenerator(ObjectWriteContext.empty(), residue)) {
            var parts = reader.read();
            var payload = other == null ? new Payload(reader.bytes(parts.event()), parts.revision()) : other;
            write(parts, payload, json);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new SerializationException("An entry of the log cannot be read", e);
        }
        return new Entry(residue.toByteArray());
    }

    private static void write(EntryReader.Parts parts, Payload payload, JsonGenerator json) {
        json.writeStartObject();
        json.writeName("actor");
        json.writeStartObject();
        var actor = parts.actor().id();
        if (actor == null) {
            json.writeNullProperty("id");
        } else {
            json.writeNumberProperty("id", actor);
        }
        json.writeStringProperty("kind", parts.actor().kind().name());
        json.writeStringProperty("name", "");
        json.writeEndObject();
        json.writeNullProperty("address");
        json.writeNullProperty("agent");
        json.writeStringProperty("at", parts.at());
        json.writeName("event");
        json.writeRawValue(new String(payload.bytes(), StandardCharsets.UTF_8));
        json.writeStringProperty("id", parts.id());
        json.writeNullProperty("note");
        json.writeNullProperty("request");
        json.writeNumberProperty("revision", payload.revision());
        json.writeNumberProperty("sequence", parts.sequence());
        json.writeStringProperty("stream", parts.stream());
        json.writeStringProperty("type", parts.type());
        json.writeEndObject();
    }
}
