package dev.flagledger.ledger.log;

import dev.flagledger.api.Actor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The stored form of an event: one compact JSON object with the keys {@code actor}, {@code address}, {@code at},
 * {@code event}, {@code id}, {@code request}, {@code revision}, {@code sequence}, {@code stream} and {@code type}, in this
 * order. Everything that is ever said of the event is in it, so that a hash of it covers who and when as well as what.
 */
final class EntryFormat {

    /** Always as many digits, so that the form is one. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final JsonFactory JSON = new JsonFactory();

    private final Serializer serializer;

    /** {@code serializer} writes and reads what happened, each event under its stored name. */
    EntryFormat(Serializer serializer) {
        this.serializer = serializer;
    }

    /** The entry of an event that is to be appended. */
    Stored write(DomainEventMessage<?> message) {
        var payload = serializer.serialize(message.getPayload(), byte[].class);
        var type = payload.getType().getName();
        int revision = Integer.parseInt(payload.getType().getRevision());
        var attribution = Attribution.of(message.getMetaData());
        var bytes = new ByteArrayOutputStream(payload.getData().length + 300);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            json.writeName("actor");
            write(json, attribution.actor());
            writeText(json, "address", attribution.address());
            json.writeStringProperty("at", TIME.format(message.getTimestamp()));
            json.writeName("event");
            json.writeRawValue(new String(payload.getData(), StandardCharsets.UTF_8));
            json.writeStringProperty("id", message.getIdentifier());
            writeText(json, "request", attribution.requestId());
            json.writeNumberProperty("revision", revision);
            json.writeNumberProperty("sequence", message.getSequenceNumber());
            json.writeStringProperty("stream", message.getAggregateIdentifier());
            json.writeStringProperty("type", type);
            json.writeEndObject();
        }
        return new Stored(type, revision, new Entry(bytes.toByteArray()));
    }

    private static void write(JsonGenerator json, Actor actor) {
        json.writeStartObject();
        if (actor.id() == null) {
            json.writeNullProperty("id");
        } else {
            json.writeNumberProperty("id", actor.id());
        }
        json.writeStringProperty("kind", actor.kind().name());
        json.writeStringProperty("name", actor.name());
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, String name, @Nullable String text) {
        if (text == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, text);
        }
    }

    /**
     * The event of an entry.
     *
     * @throws SerializationException if the entry has not this form, or its event is not known to this version
     */
    DomainEventMessage<?> read(Entry entry) {
        try (var reader = new EntryReader(entry.unsafeBytes())) {
            var parts = reader.read();
            var payload = serializer.deserialize(new SimpleSerializedObject<>(
                    reader.bytes(parts.event()), byte[].class, parts.type(), Integer.toString(parts.revision())));
            return new GenericDomainEventMessage<>(
                    kindOf(parts.stream()),
                    parts.stream(),
                    parts.sequence(),
                    new GenericMessage<>(parts.id(), payload, parts.by().toMetaData()),
                    Instant.parse(parts.at()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new SerializationException("An entry of the log cannot be read", e);
        }
    }

    /** Streams are named {@code kind-id}, and the kind is what Axon calls the type of the aggregate. */
    private static String kindOf(String stream) {
        int end = stream.indexOf('-');
        return end < 0 ? stream : stream.substring(0, end);
    }
}
