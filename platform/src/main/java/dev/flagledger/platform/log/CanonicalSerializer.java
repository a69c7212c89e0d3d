package dev.flagledger.platform.log;

import dev.flagledger.api.EventCatalogue;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

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

    @Override
    @SuppressWarnings("rawtypes") // so is the method that it overrides
    public SerializedType typeForClass(Class type) {
        return EventCatalogue.nameOf(type)
                .<SerializedType>map(name -> new SimpleSerializedType(name, REVISION))
                .orElseGet(() -> super.typeForClass(type));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return EventCatalogue.typeOf(type.getName())
                .<Class<?>>map(known -> known)
                .orElseGet(() -> super.classForType(type));
    }

    private static void canonical(JsonMapper.Builder mapper) {
        mapper.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }
}
