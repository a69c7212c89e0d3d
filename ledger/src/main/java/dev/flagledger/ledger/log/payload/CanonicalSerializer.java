package dev.flagledger.ledger.log.payload;

import dev.flagledger.api.catalogue.EventTypes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.type.LogicalType;

/**
 * Serializes events in their canonical form: compact UTF-8 JSON with sorted keys and without omitted properties, under the
 * logical names of the catalogue. Reading is strict, since an event that is not understood must stop its reader.
 */
public final class CanonicalSerializer extends Jackson3Serializer {

    private final EventTypes types;
    private final OlderForms olderForms;
    private final Map<String, Optional<Plain>> plain = new ConcurrentHashMap<>();

    private CanonicalSerializer(Builder builder, EventTypes types) {
        super(builder);
        this.types = types;
        this.olderForms = new OlderForms(types::raised);
    }

    /** Creates a serializer for the events of these types. */
    public static CanonicalSerializer of(EventTypes types) {
        return new CanonicalSerializer(
                Jackson3Serializer.builder()
                        .converter(new ChainingConverter())
                        .jsonMapperBuilderCustomizer(CanonicalSerializer::canonical),
                types);
    }

    /**
     * The name and revision under which events of a class are stored.
     *
     * @throws SerializationException if the class has no stored name: its events could not be read again
     */
    @Override
    @SuppressWarnings("rawtypes") // so is the method that it overrides
    public SerializedType typeForClass(Class type) {
        return types.nameOf(type)
                .<SerializedType>map(name -> new SimpleSerializedType(name, Integer.toString(types.revisionOf(type))))
                .orElseThrow(() -> unknown(type.getName()));
    }

    /**
     * The class for a stored name.
     *
     * @throws SerializationException if the name or its revision is unknown. Axon would return a placeholder instead, which no
     *     handler accepts, and readers would silently skip the event.
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = types.typeOf(type.getName()).orElseThrow(() -> unknown(type.getName()));
        if (!Integer.toString(types.revisionOf(event)).equals(type.getRevision())) {
            throw unknownRevision(type.getName(), type.getRevision());
        }
        return event;
    }

    /** Writes an event as bytes, with the texts about its subject sealed. */
    public byte[] write(Object event, PersonalTexts.Sealer sealer) {
        return getWriter().withAttribute(PersonalTexts.Sealer.class, sealer).writeValueAsBytes(event);
    }

    /**
     * Reads an event of any known revision.
     *
     * @throws SerializationException if the name is unknown, or the revision is newer than the one that this version writes
     */
    public Object read(byte[] event, String name, int revision, PersonalTexts.Opener opener) {
        var type = types.typeOf(name).orElseThrow(() -> unknown(name));
        int current = types.revisionOf(type);
        if (revision < 1 || revision > current) {
            throw unknownRevision(name, Integer.toString(revision));
        }
        if (revision == current) {
            return getReader(type)
                    .withAttribute(PersonalTexts.Opener.class, opener)
                    .readValue(event);
        }
        return getReader(type)
                .withAttribute(PersonalTexts.OPENED, PersonalTexts.OPENED)
                .readValue(olderForms.upcast(event, name, revision, current, opener));
    }

    /** A reader for events of one type and of the current revision, without sealed texts, that tolerates trailing tokens. */
    public record Plain(ObjectReader reader, int revision) {}

    /** The reader for a stored name; null if the name is unknown. */
    public @Nullable Plain plain(String name) {
        return plain.computeIfAbsent(name, this::plainReader).orElse(null);
    }

    private Optional<Plain> plainReader(String name) {
        return types.typeOf(name)
                .map(type -> new Plain(
                        getReader(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS),
                        types.revisionOf(type)));
    }

    private static SerializationException unknown(String name) {
        return new SerializationException("\"" + name + "\" is not a stored name of this version");
    }

    private static SerializationException unknownRevision(String name, String revision) {
        return new SerializationException(
                "\"" + name + "\" is stored in revision " + revision + ", unknown to this version");
    }

    private static void canonical(JsonMapper.Builder mapper) {
        mapper.addModule(RecordInstantiators.module())
                .annotationIntrospector(
                        AnnotationIntrospector.pair(new PersonalTexts(), new JacksonAnnotationIntrospector()))
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                // No class names in stored bytes.
                .polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder().build());
    }
}
