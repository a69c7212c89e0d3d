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
 * Has Jackson seal the texts of an event that are personal data of its subject when it writes the event, and open them when it
 * reads it. Without a {@link Sealer} or an {@link Opener} among the attributes, such an event is neither written nor read.
 */
public final class PersonalTexts extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    /** Seals a text; the path is a JSON Pointer within the event. */
    public interface Sealer {
        SealedText seal(String text, String path);
    }

    /** Opens a sealed text; the path is a JSON Pointer within the event. */
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

    /** Reads a sealed text; the parser is at its start. */
    public static SealedText read(JsonParser json) {
        var text = new SealedText(property(json, "of"), property(json, "sealed"));
        if (json.nextToken() != JsonToken.END_OBJECT) {
            throw new SerializationException("A sealed text has unknown properties");
        }
        return text;
    }

    private static String property(JsonParser json, String name) {
        if (json.nextToken() == JsonToken.PROPERTY_NAME
                && name.equals(json.currentName())
                && json.nextToken() == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        throw new SerializationException("A sealed text lacks \"" + name + "\"");
    }

    private static final class Sealing extends ValueSerializer<String> {
        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            if (!(context.getAttribute(Sealer.class) instanceof Sealer sealer)) {
                throw new SerializationException("Personal texts are written only with a sealer");
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
                throw new SerializationException("Personal texts are read only with an opener");
            }
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new SerializationException("A personal text is not sealed");
            }
            var path = json.streamReadContext().getParent().pathAsPointer().toString();
            return opener.open(read(json), path);
        }
    }

    /** The key and the value of the attribute that says that the texts of an event are open already. */
    static final Object OPENED = new Object();
}
