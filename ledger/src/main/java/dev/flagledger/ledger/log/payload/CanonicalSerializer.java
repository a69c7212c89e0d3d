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
 * Writes events in their one canonical form: compact UTF-8 JSON, keys sorted, nothing left out, under the logical name
 * of the catalogue. Reading is strict, since an event that is not understood must stop its reader.
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

    /** A serializer of events of these types. */
    public static CanonicalSerializer of(EventTypes types) {
        return new CanonicalSerializer(
                Jackson3Serializer.builder()
                        .converter(new ChainingConverter())
                        .jsonMapperBuilderCustomizer(CanonicalSerializer::canonical),
                types);
    }

    /**
     * The name to store this class under.
     *
     * @throws SerializationException if it has none: what could not be read again must not be written
     */
    @Override
    @SuppressWarnings("rawtypes") // so is the method that it overrides
    public SerializedType typeForClass(Class type) {
        return types.nameOf(type)
                .<SerializedType>map(name -> new SimpleSerializedType(name, Integer.toString(types.revisionOf(type))))
                .orElseThrow(() -> unknown(type.getName()));
    }

    /**
     * The class to read what is stored under this name.
     *
     * @throws SerializationException if the name or its revision is unknown here. Axon would hand out a placeholder, which
     *     no handler asks for, so that every reader would go on without the event.
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = types.typeOf(type.getName()).orElseThrow(() -> unknown(type.getName()));
        if (!Integer.toString(types.revisionOf(event)).equals(type.getRevision())) {
            throw unknownRevision(type.getName(), type.getRevision());
        }
        return event;
    }

    /** An event's bytes, what it tells of its subject sealed. */
    public byte[] write(Object event, PersonalTexts.Sealer sealer) {
        return getWriter().withAttribute(PersonalTexts.Sealer.class, sealer).writeValueAsBytes(event);
    }

    /**
     * The event of these bytes, in whatever revision it is stored.
     *
     * @throws SerializationException if the name is unknown here, or the revision is newer than what this version writes
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
                .readValue(olderForms.raise(event, name, revision, current, opener));
    }

    /** Reads events of one type that stand, in today's form and with nothing sealed in them, in something longer. */
    public record Plain(ObjectReader reader, int revision) {}

    /** Null if this version knows no such name. */
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
        return new SerializationException("\"" + name + "\" is no stored name that this version knows");
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
                // Nothing is named by its class.
                .polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder().build());
    }
}
