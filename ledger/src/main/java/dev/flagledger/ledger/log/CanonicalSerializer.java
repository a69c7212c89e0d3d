package dev.flagledger.ledger.log;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.LedgerEvent;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.type.LogicalType;

/**
 * Writes events in their one canonical form: compact UTF-8 JSON, keys sorted, nothing left out, under the logical name
 * of the catalogue. Reading is strict, since an event that is not understood must stop its reader.
 */
public final class CanonicalSerializer extends Jackson3Serializer {

    private static final String REVISION = "1";

    private CanonicalSerializer(Builder builder) {
        super(builder);
    }

    /** A serializer; it has no state. */
    public static CanonicalSerializer create() {
        return new CanonicalSerializer(Jackson3Serializer.builder()
                .converter(new ChainingConverter())
                .jsonMapperBuilderCustomizer(CanonicalSerializer::canonical));
    }

    /**
     * The name to store this class under.
     *
     * @throws SerializationException if it has none: what could not be read again must not be written
     */
    @Override
    @SuppressWarnings("rawtypes") // so is the method that it overrides
    public SerializedType typeForClass(Class type) {
        return EventCatalogue.nameOf(type)
                .<SerializedType>map(name -> new SimpleSerializedType(name, REVISION))
                .orElseGet(() -> {
                    var axons = super.typeForClass(type);
                    ofAxon(axons);
                    return axons;
                });
    }

    /**
     * The class to read what is stored under this name.
     *
     * @throws SerializationException if the name or its revision is unknown here. Axon would hand out a placeholder, which
     *     no handler asks for, so that every reader would go on without the event.
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        var event = EventCatalogue.typeOf(type.getName());
        if (event.isEmpty()) {
            return ofAxon(type);
        }
        if (!REVISION.equals(type.getRevision())) {
            throw new SerializationException("\"" + type.getName() + "\" is stored in revision " + type.getRevision()
                    + ", unknown to this version");
        }
        return event.get();
    }

    /** Axon keeps tokens and metadata under the names of its classes. */
    private Class<?> ofAxon(SerializedType type) {
        var found = super.classForType(type);
        if (found == MetaData.class || TrackingToken.class.isAssignableFrom(found)) {
            return found;
        }
        throw new SerializationException("\"" + type.getName() + "\" is no stored name that this version knows");
    }

    /** Of an event nothing is left out when it is written; a token of Axon may be. */
    @Override
    protected ObjectReader getReader(Class<?> type) {
        var reader = super.getReader(type);
        return LedgerEvent.class.isAssignableFrom(type)
                ? reader.with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                : reader;
    }

    private static void canonical(JsonMapper.Builder mapper) {
        mapper.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                // A token may hold others, of kinds that it names; nothing else may be named so.
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType(TrackingToken.class)
                        .build());
    }
}
