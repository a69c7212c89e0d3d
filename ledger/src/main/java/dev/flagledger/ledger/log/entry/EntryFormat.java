package dev.flagledger.ledger.log.entry;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.OriginSubject;
import dev.flagledger.ledger.log.Recorded;
import dev.flagledger.ledger.log.StreamName;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.subject.Keyring;
import dev.flagledger.ledger.subject.Mentions;
import dev.flagledger.ledger.subject.SubjectKeys;
import dev.flagledger.ledger.subject.TextLocation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The stored form of an event: a compact JSON object with the keys {@code actor}, {@code address}, {@code agent}, {@code at},
 * {@code event}, {@code id}, {@code note}, {@code request}, {@code revision}, {@code sequence}, {@code stream} and
 * {@code type}, in this order. A hash of it covers the actor and the time as well as the payload. Personal data is sealed under the key of the person,
 * so that destroying the key erases it and the hash remains valid.
 */
public final class EntryFormat {

    private static final JsonFactory JSON = new JsonFactory();

    private final CanonicalSerializer serializer;
    private final SubjectKeys keys;
    private final QuickReader quick;

    /** {@code serializer} writes and reads the payloads. */
    public EntryFormat(CanonicalSerializer serializer, SubjectKeys keys) {
        this.serializer = serializer;
        this.keys = keys;
        this.quick = new QuickReader(serializer);
    }

    /** Writes the entry of an event to append; personal data is sealed with the keys of this ring. */
    public StoredEntry write(DomainEventMessage<?> message, Keyring ring) {
        var event = message.getPayload();
        var type = serializer.typeForClass(event.getClass());
        int revision = Integer.parseInt(type.getRevision());
        var attribution = Attribution.of(message.getMetaData());
        var people = EntrySubjects.of(event, attribution.actor());
        var origin = OriginSubject.of(event, attribution.actor());
        if (people.introduced()) {
            ring.introduce(people.requireSubject());
        }
        var bytes = new ByteArrayOutputStream(1_000);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            var texts = new EntryTexts(json, ring, message.getIdentifier());
            json.writeStartObject();
            json.writeName("actor");
            write(json, attribution.actor(), people, texts);
            texts.write("address", attribution.address(), origin);
            texts.write("agent", attribution.agent(), origin);
            json.writeStringProperty("at", EntryTime.write(message.getTimestamp()));
            json.writeName("event");
            var payload = serializer.write(event, texts.sealerOf(people));
            json.writeRawValue(new String(payload, StandardCharsets.UTF_8));
            json.writeStringProperty("id", message.getIdentifier());
            texts.write("note", attribution.note(), null);
            texts.write("request", attribution.requestId(), null);
            json.writeNumberProperty("revision", revision);
            json.writeNumberProperty("sequence", message.getSequenceNumber());
            json.writeStringProperty("stream", message.getAggregateIdentifier());
            json.writeStringProperty("type", type.getName());
            json.writeEndObject();
        }
        return new StoredEntry(type.getName(), revision, new Entry(bytes.toByteArray()));
    }

    private static void write(JsonGenerator json, Actor actor, EntrySubjects people, EntryTexts texts) {
        json.writeStartObject();
        if (actor.id() == null) {
            json.writeNullProperty("id");
        } else {
            json.writeNumberProperty("id", actor.id());
        }
        json.writeStringProperty("kind", actor.kind().name());
        texts.write("name", actor.name(), people.actor());
        json.writeEndObject();
    }

    /**
     * Reads the event of an entry.
     *
     * @throws SerializationException if the entry has another form, or its event is unknown to this version
     * @throws DataAccessException if a key cannot be looked up
     */
    public DomainEventMessage<?> read(Entry entry) {
        try (var reader = new EntryReader(entry.unsafeBytes())) {
            var parts = reader.read();
            var payload = payload(reader, parts);
            return new GenericDomainEventMessage<>(
                    StreamName.kindOf(parts.stream()),
                    parts.stream(),
                    parts.sequence(),
                    new GenericMessage<>(parts.id(), payload, attribution(parts).toMetaData()),
                    EntryTime.read(parts.at()));
        } catch (JacksonException | IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw unreadable(e);
        }
    }

    /** The exception for an unreadable entry; the failure of the key lookup if that is the cause, since the entry may be fine. */
    private static RuntimeException unreadable(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException outage) {
                return outage;
            }
        }
        return new SerializationException("An entry of the log cannot be read", failure);
    }

    private Attribution attribution(EntryReader.Parts parts) {
        var actor = parts.actor();
        return new Attribution(
                new Actor(actor.kind(), actor.id(), text(parts.name(), parts.id(), EntryTexts.NAME)),
                parts.request(),
                textOrNull(parts.address(), parts.id(), EntryTexts.ADDRESS),
                textOrNull(parts.agent(), parts.id(), EntryTexts.AGENT),
                parts.note());
    }

    private @Nullable String textOrNull(EntryReader.@Nullable Text text, String entry, String path) {
        return text == null ? null : text(text, entry, path);
    }

    private String text(EntryReader.Text text, String entry, String path) {
        return switch (text) {
            case EntryReader.Text.Plain(var plain) -> plain;
            case EntryReader.Text.Sealed(var sealed) -> keys.open(sealed, new TextLocation(entry, path));
        };
    }

    /** Looks up the keys that these entries need, with one query. */
    public void prefetchKeys(List<Entry> entries) {
        var mentions = new Mentions();
        entries.forEach(entry -> mentions.add(entry.unsafeBytes()));
        keys.prefetch(mentions.subjects());
    }

    /** Reads the event of an entry with its position. */
    public Recorded recorded(long position, Entry entry) {
        try {
            return Recorded.of(position, read(entry));
        } catch (IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** Reads like {@link #unnamed} in a fraction of the time; null for entries that {@link QuickReader} does not support. */
    public @Nullable Recorded quick(long position, Entry entry) {
        return quick.read(position, entry);
    }

    /**
     * Reads the event of an entry without its origin and the name of its actor, which would have to be decrypted and which folds
     * do not use.
     *
     * @throws SerializationException as {@link #read}
     * @throws DataAccessException as {@link #read}
     */
    public Recorded unnamed(long position, Entry entry) {
        try (var reader = new EntryReader(entry.unsafeBytes())) {
            var parts = reader.read();
            return new Recorded(
                    position, EntryTime.read(parts.at()), parts.actor(), Origin.NONE, payload(reader, parts));
        } catch (JacksonException | IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw unreadable(e);
        }
    }

    private Object payload(EntryReader reader, EntryReader.Parts parts) {
        return serializer.read(
                reader.bytes(parts.event()),
                parts.type(),
                parts.revision(),
                (text, path) -> keys.open(text, new TextLocation(parts.id(), "/event" + path)));
    }
}
