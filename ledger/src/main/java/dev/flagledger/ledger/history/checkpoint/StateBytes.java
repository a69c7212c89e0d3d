package dev.flagledger.ledger.history.checkpoint;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.DefaultSerializers;
import com.esotericsoftware.kryo.util.Pool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.IntTreePMap;
import org.pcollections.MapPSet;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * Serializes parts of states with Kryo. The bytes have no versions, since only the code that wrote them reads them. Shared objects
 * remain shared.
 */
final class StateBytes {

    /** One class of each library that determines the bytes. */
    static final List<Class<?>> LIBRARIES = List.of(Kryo.class, PMap.class);

    private static final int BUFFER = 64 * 1_024;

    private final Pool<Kryo> kryos = new Pool<>(true, true) {
        @Override
        protected Kryo create() {
            return kryo();
        }
    };

    byte[] write(Object part) {
        var kryo = kryos.obtain();
        try (var output = new Output(BUFFER, -1)) {
            kryo.writeClassAndObject(output, part);
            return output.toBytes();
        } finally {
            kryos.free(kryo);
        }
    }

    Object read(byte[] bytes) {
        var kryo = kryos.obtain();
        try (var input = new Input(bytes)) {
            return kryo.readClassAndObject(input);
        } finally {
            kryos.free(kryo);
        }
    }

    private static Kryo kryo() {
        var kryo = new Kryo();
        kryo.setRegistrationRequired(false);
        kryo.setReferences(true);
        kryo.addDefaultSerializer(UUID.class, new DefaultSerializers.UUIDSerializer());
        kryo.addDefaultSerializer(HashPMap.class, new OfMap(HashMap::new, HashTreePMap::from));
        kryo.addDefaultSerializer(IntTreePMap.class, new OfMap(HashMap::new, StateBytes::byNumber));
        kryo.addDefaultSerializer(TreePMap.class, new OfMap(TreeMap::new, StateBytes::inOrder));
        kryo.addDefaultSerializer(MapPSet.class, new OfCollection(HashTreePSet::from));
        kryo.addDefaultSerializer(TreePVector.class, new OfCollection(TreePVector::from));
        kryo.addDefaultSerializer(ArrayList.class, new OfCollection(List::copyOf));
        return kryo;
    }

    @SuppressWarnings("unchecked") // the keys of an IntTreePMap
    private static Map<?, ?> byNumber(Map<?, ?> entries) {
        return IntTreePMap.from((Map<Integer, ?>) entries);
    }

    @SuppressWarnings("unchecked") // a TreePMap of the state has string keys
    private static Map<?, ?> inOrder(Map<?, ?> entries) {
        return TreePMap.from((Map<String, ?>) entries);
    }

    /** Writes a persistent map as its entries. */
    private static final class OfMap extends Serializer<Map<?, ?>> {

        private final Supplier<Map<Object, Object>> entries;
        private final Function<Map<Object, Object>, Map<?, ?>> factory;

        OfMap(Supplier<Map<Object, Object>> entries, Function<Map<Object, Object>, Map<?, ?>> factory) {
            this.entries = entries;
            this.factory = factory;
        }

        @Override
        public void write(Kryo kryo, Output output, Map<?, ?> map) {
            output.writeVarInt(map.size(), true);
            map.forEach((key, value) -> {
                kryo.writeClassAndObject(output, key);
                kryo.writeClassAndObject(output, value);
            });
        }

        @Override
        public Map<?, ?> read(Kryo kryo, Input input, Class<? extends Map<?, ?>> type) {
            var read = entries.get();
            for (int left = input.readVarInt(true); left > 0; left--) {
                var key = kryo.readClassAndObject(input);
                read.put(key, kryo.readClassAndObject(input));
            }
            return factory.apply(read);
        }
    }

    /** Writes a persistent collection as its elements. */
    private static final class OfCollection extends Serializer<Collection<?>> {

        private final Function<Collection<?>, Collection<?>> factory;

        OfCollection(Function<Collection<?>, Collection<?>> factory) {
            this.factory = factory;
        }

        @Override
        public void write(Kryo kryo, Output output, Collection<?> collection) {
            output.writeVarInt(collection.size(), true);
            collection.forEach(element -> kryo.writeClassAndObject(output, element));
        }

        @Override
        public Collection<?> read(Kryo kryo, Input input, Class<? extends Collection<?>> type) {
            int size = input.readVarInt(true);
            var read = new ArrayList<Object>(size);
            for (int index = 0; index < size; index++) {
                read.add(kryo.readClassAndObject(input));
            }
            return factory.apply(read);
        }
    }
}
