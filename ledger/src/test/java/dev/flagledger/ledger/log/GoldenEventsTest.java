package dev.flagledger.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.LedgerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored form of every event, byte for byte. A golden file is never edited once released: a new form is a new
 * revision with a file of its own, and an upcaster from the old one.
 */
class GoldenEventsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CanonicalSerializer serializer = CanonicalSerializer.create();

    static final List<LedgerEvent> samples = Samples.ALL;

    static Stream<String> storedNames() {
        return EventCatalogue.types().keySet().stream();
    }

    @Test
    void everyTypeOfEventHasOneGoldenFileAndOneSample() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            storedNames().map(name -> name + ".r1.json").toList());
        }
        assertThat(samples.stream().map(GoldenEventsTest::nameOf))
                .containsExactlyInAnyOrderElementsOf(storedNames().toList());
    }

    @ParameterizedTest
    @FieldSource("samples")
    void anEventIsWrittenAsItsGoldenFile(LedgerEvent sample) {
        var written = serializer.serialize(sample, byte[].class);

        assertThat(new String(written.getData(), UTF_8)).isEqualTo(golden(nameOf(sample)));
        assertThat(written.getData()).isEqualTo(golden(nameOf(sample)).getBytes(UTF_8));
        assertThat(written.getType().getName()).isEqualTo(nameOf(sample));
        assertThat(written.getType().getRevision()).isEqualTo("1");
    }

    @ParameterizedTest
    @FieldSource("samples")
    void aGoldenFileIsReadAsItsEvent(LedgerEvent sample) {
        assertThat(read(nameOf(sample), golden(nameOf(sample)))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("storedNames")
    void aGoldenFileIsCanonical(String name) {
        assertThat(golden(name)).isEqualTo(Canonical.form(JSON.readTree(golden(name))));
    }

    @ParameterizedTest
    @MethodSource("storedNames")
    void anEventWithSomethingMissingIsNotRead(String name) {
        var whole = (ObjectNode) JSON.readTree(golden(name));

        assertThat(whole.propertyNames()).allSatisfy(property -> {
            var part = whole.deepCopy();
            part.remove(property);
            assertThatThrownBy(() -> read(name, part.toString())).isInstanceOf(SerializationException.class);
        });
    }

    @ParameterizedTest
    @MethodSource("storedNames")
    void anEventWithSomethingUnknownIsNotRead(String name) {
        var more = ((ObjectNode) JSON.readTree(golden(name))).put("reason", "none");

        assertThatThrownBy(() -> read(name, more.toString())).isInstanceOf(SerializationException.class);
    }

    private Object read(String name, String stored) {
        return serializer.deserialize(new SimpleSerializedObject<>(stored.getBytes(UTF_8), byte[].class, name, "1"));
    }

    private static String golden(String name) {
        try {
            return Files.readString(GOLDEN.resolve(name + ".r1.json"));
        } catch (IOException e) {
            throw new AssertionError("no golden file for " + name, e);
        }
    }

    private static String nameOf(LedgerEvent event) {
        return EventCatalogue.nameOf(event.getClass()).orElseThrow();
    }
}
