package dev.flagledger.ledger.log.entry;

import dev.flagledger.api.Actor;
import dev.flagledger.ledger.log.payload.PersonalTexts;
import dev.flagledger.ledger.subject.SealedText;
import java.util.Arrays;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Parses an entry. Strict: exactly the known names, in order, with values of their types, and nothing after the end; two readers
 * of the same bytes must not come to different results.
 */
final class EntryReader implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] bytes;
    private final JsonParser json;

    EntryReader(byte[] bytes) {
        this.bytes = bytes;
        this.json = JSON.createParser(ObjectReadContext.empty(), bytes);
    }

    /**
     * The parts of an entry.
     *
     * @param actor the actor, without a name
     * @param name the actor's name, sealed if the actor is a person
     * @param address sealed if it is that of a person, as is {@code agent}
     * @param event the payload as canonical JSON
     */
    record Parts(
            Actor actor,
            Text name,
            @Nullable Text address,
            @Nullable Text agent,
            String at,
            Slice event,
            String id,
            @Nullable String note,
            @Nullable String request,
            int revision,
            long sequence,
            String stream,
            String type) {}

    /** A text of an entry. */
    sealed interface Text {

        /** A text that is not personal. */
        record Plain(String text) implements Text {}

        /** Personal data, sealed. */
        record Sealed(SealedText text) implements Text {}
    }

    /** A range of an entry's bytes. */
    record Slice(int from, int to) {}

    Parts read() {
        expect(JsonToken.START_OBJECT);
        name("actor");
        expect(JsonToken.START_OBJECT);
        name("id");
        var actorId = json.nextToken() == JsonToken.VALUE_NULL ? null : Integer.valueOf(json.getIntValue());
        var actor = new Actor(Actor.Kind.valueOf(text("kind")), actorId, "");
        var actorName = sealable("name");
        require(isAsIn(actor, actorName), JsonToken.START_OBJECT);
        expect(JsonToken.END_OBJECT);
        var address = sealableOrNull("address");
        var agent = sealableOrNull("agent");
        var at = text("at");
        var event = event();
        var id = text("id");
        var note = textOrNull("note");
        var request = textOrNull("request");
        int revision = (int) number("revision");
        long sequence = number("sequence");
        var stream = text("stream");
        var type = text("type");
        expect(JsonToken.END_OBJECT);
        if (json.nextToken() != null) {
            throw new SerializationException("An entry has content after its end");
        }
        return new Parts(
                actor, actorName, address, agent, at, event, id, note, request, revision, sequence, stream, type);
    }

    /** The name of a user is sealed, and no other is; that of anybody may have been pruned. */
    private static boolean isAsIn(Actor actor, Text name) {
        return (actor.userId() != null) == (name instanceof Text.Sealed) || name.equals(new Text.Plain(""));
    }

    private Text sealable(String name) {
        name(name);
        json.nextToken();
        return sealable();
    }

    private @Nullable Text sealableOrNull(String name) {
        name(name);
        return json.nextToken() == JsonToken.VALUE_NULL ? null : sealable();
    }

    private Text sealable() {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return new Text.Sealed(PersonalTexts.read(json));
        }
        require(json.currentToken() == JsonToken.VALUE_STRING, JsonToken.VALUE_STRING);
        return new Text.Plain(json.getString());
    }

    private Slice event() {
        name("event");
        expect(JsonToken.START_OBJECT);
        int from = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        return new Slice(from, (int) json.currentLocation().getByteOffset());
    }

    byte[] bytes(Slice slice) {
        return Arrays.copyOfRange(bytes, slice.from(), slice.to());
    }

    private String text(String name) {
        name(name);
        expect(JsonToken.VALUE_STRING);
        return json.getString();
    }

    private @Nullable String textOrNull(String name) {
        name(name);
        if (json.nextToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        require(json.currentToken() == JsonToken.VALUE_STRING, JsonToken.VALUE_STRING);
        return json.getString();
    }

    private long number(String name) {
        name(name);
        expect(JsonToken.VALUE_NUMBER_INT);
        return json.getLongValue();
    }

    private void name(String name) {
        expect(JsonToken.PROPERTY_NAME);
        if (!name.equals(json.currentName())) {
            throw new SerializationException(
                    "An entry has \"" + json.currentName() + "\" where \"" + name + "\" belongs");
        }
    }

    private void expect(JsonToken token) {
        require(json.nextToken() == token, token);
    }

    private void require(boolean holds, JsonToken expected) {
        if (!holds) {
            throw new SerializationException("An entry has " + json.currentToken() + " where " + expected + " belongs");
        }
    }

    @Override
    public void close() {
        json.close();
    }
}
