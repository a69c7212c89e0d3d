package dev.flagledger.ledger.log.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.LogEvent;
import dev.flagledger.api.event.OfSubject;
import dev.flagledger.ledger.subject.SubjectKeys;
import dev.flagledger.ledger.subject.TestKeys;
import dev.flagledger.ledger.subject.TextLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stored form of every event, byte for byte. A golden file is never edited once released: a new form is a new
 * revision with a file of its own, and an upcaster from the old one.
 */
class GoldenEventsTest {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Class<?>[] REFUSALS = {SerializationException.class, JacksonException.class};

    private static final String ENTRY = "00000000-0000-0000-0000-000000000000";

    private final CanonicalSerializer serializer = CanonicalSerializer.of(new EventCatalogue());
    private final SubjectKeys keys = TestKeys.fixed();

    static final List<LogEvent> samples = Samples.ALL;

    /** A form in which events are or were stored. */
    record Form(String name, int revision) {

        String file() {
            return name + ".r" + revision + ".json";
        }
    }

    static Stream<Form> forms() {
        return EventCatalogue.types().entrySet().stream()
                .flatMap(type -> IntStream.rangeClosed(1, CATALOGUE.revisionOf(type.getValue()))
                        .mapToObj(revision -> new Form(type.getKey(), revision)));
    }

    @Test
    void everyRevisionHasOneGoldenFileAndEveryTypeOneSample() throws IOException {
        try (var files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(forms().map(Form::file).toList());
        }
        assertThat(samples.stream().map(GoldenEventsTest::nameOf))
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.types().keySet());
    }

    @ParameterizedTest
    @FieldSource("samples")
    void anEventIsWrittenAsItsGoldenFile(LogEvent sample) {
        var written = serializer.write(sample, sealer(sample));

        var type = serializer.typeForClass(sample.getClass());
        var form = new Form(type.getName(), Integer.parseInt(type.getRevision()));
        assertThat(new String(written, UTF_8)).isEqualTo(golden(form));
        assertThat(written).isEqualTo(golden(form).getBytes(UTF_8));
    }

    /** In whatever revision it was stored. */
    @ParameterizedTest
    @MethodSource("forms")
    void aGoldenFileIsReadAsItsEvent(Form form) {
        assertThat(read(form, golden(form))).isEqualTo(sample(form));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aGoldenFileIsCanonical(Form form) {
        assertThat(golden(form)).isEqualTo(Canonical.form(JSON.readTree(golden(form))));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anEventWithAMissingPropertyIsNotRead(Form form) {
        var whole = (ObjectNode) JSON.readTree(golden(form));

        assertThat(whole.propertyNames()).allSatisfy(property -> {
            var part = whole.deepCopy();
            part.remove(property);
            assertThatThrownBy(() -> read(form, part.toString())).isInstanceOfAny(REFUSALS);
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void anEventWithAnUnknownPropertyIsNotRead(Form form) {
        var more = ((ObjectNode) JSON.readTree(golden(form))).put("reason", "none");

        assertThatThrownBy(() -> read(form, more.toString())).isInstanceOfAny(REFUSALS);
    }

    @Test
    void anEventOfANewerRevisionIsNotRead() {
        assertThat(forms()).allSatisfy(form -> {
            int later = CATALOGUE.revisionOf(sample(form).getClass()) + 1;
            assertThatThrownBy(() -> read(new Form(form.name(), later), golden(form)))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("revision " + later);
        });
    }

    private Object read(Form form, String stored) {
        return serializer.read(
                stored.getBytes(UTF_8),
                form.name(),
                form.revision(),
                (text, path) -> keys.open(text, new TextLocation(ENTRY, "/event" + path)));
    }

    private PersonalTexts.Sealer sealer(LogEvent event) {
        var ring = keys.keyring();
        return (text, path) -> ring.seal(((OfSubject) event).subject(), text, new TextLocation(ENTRY, "/event" + path));
    }

    private static String golden(Form form) {
        try {
            return Files.readString(GOLDEN.resolve(form.file()));
        } catch (IOException e) {
            throw new AssertionError("no golden file " + form.file(), e);
        }
    }

    private static LogEvent sample(Form form) {
        return samples.stream()
                .filter(sample -> nameOf(sample).equals(form.name()))
                .findAny()
                .orElseThrow();
    }

    private static String nameOf(LogEvent event) {
        return CATALOGUE.nameOf(event.getClass()).orElseThrow();
    }
}
