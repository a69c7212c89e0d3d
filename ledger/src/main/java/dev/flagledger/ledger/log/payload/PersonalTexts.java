package dev.flagledger.ledger.log.payload;

import dev.flagledger.api.Personal;
import dev.flagledger.ledger.subject.SealedText;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * Has the texts of an event that are about its subject sealed when it is written and opened when it is read. Where nobody
 * gives the means to do so, such an event is neither written nor read.
 */
public final class PersonalTexts extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    /** Seals a text, given its path in the event. */
    public interface Sealer {
        SealedText seal(String text, String path);
    }

    /** Opens a text, given its path in the event. */
    public interface Opener {
        String open(SealedText text, String path);
    }

    @Override
    public @Nullable Object findSerializer(MapperConfig<?> config, Annotated annotated) {
        return isSealed(annotated) ? new Sealing() : null;
    }

    @Override
    public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
        return isSealed(annotated) ? new Opening() : null;
    }

    private static boolean isSealed(Annotated annotated) {
        var personal = annotated.getAnnotation(Personal.class);
        return personal != null && personal.value() != Personal.Of.UNASSIGNABLE;
    }

    public static void write(JsonGenerator json, SealedText text) {
        json.writeStartObject();
        json.writeStringProperty("of", text.of());
        json.writeStringProperty("sealed", text.sealed());
        json.writeEndObject();
    }

    /** Reads what {@link #write} wrote; the parser is at its beginning. */
    public static SealedText read(JsonParser json) {
        var text = new SealedText(property(json, "of"), property(json, "sealed"));
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw new SerializationException("A sealed text has more than it should");
        }
        return text;
    }

    private static String property(JsonParser json, String name) {
        if (json.nextToken() == JsonToken.PROPERTY_NAME
                && name.equals(json.currentName())
                && json.nextToken() == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        throw new SerializationException("A sealed text has no \"" + name + "\" where it belongs");
    }

    private static final class Sealing extends ValueSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            if (!(context.getAttribute(Sealer.class) instanceof Sealer sealer)) {
                throw new SerializationException("Personal texts are stored only as they are sealed");
            }
            write(
                    json,
                    sealer.seal(text, json.streamWriteContext().pathAsPointer().toString()));
        }
    }

    private static final class Opening extends ValueDeserializer<String> {
        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!(context.getAttribute(Opener.class) instanceof Opener opener)) {
                if (json.currentToken() == JsonToken.VALUE_STRING && context.getAttribute(OPENED) == OPENED) {
                    return json.getString();
                }
                throw new SerializationException("A personal text is read only as it is stored, sealed");
            }
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new SerializationException("A personal text is not sealed");
            }
            var path = json.streamReadContext().getParent().pathAsPointer().toString();
            return opener.open(read(json), path);
        }
    }

    /** The attribute, and its value, with which an event is read whose texts have been opened before. */
    static final Object OPENED = new Object();
}
