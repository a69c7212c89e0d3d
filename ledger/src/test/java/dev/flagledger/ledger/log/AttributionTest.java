package dev.flagledger.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flagledger.api.Actor;
import dev.flagledger.api.catalogue.EventCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributionTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden-metadata");

    private final CanonicalSerializer serializer = CanonicalSerializer.of(new EventCatalogue());

    static Stream<Arguments> samples() {
        return Stream.of(
                arguments("user", new Attribution(Actor.user(3, "ana@example.test"), "r-1", "192.0.2.7")),
                arguments("api-key", new Attribution(new Actor(Actor.Kind.API_KEY, 5, "cl\u00e9"), "r-2", null)),
                arguments("system", Attribution.SYSTEM));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatStandsBesideAnEventIsWrittenAsItsGoldenFile(String name, Attribution attribution) {
        var written =
                serializer.serialize(attribution.toMetaData(), byte[].class).getData();

        assertThat(new String(written, UTF_8)).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theGoldenFileNamesTheActor(String name, Attribution attribution) {
        MetaData read = serializer.deserialize(new SimpleSerializedObject<>(
                golden(name).getBytes(UTF_8), byte[].class, MetaData.class.getName(), null));

        assertThat(read).isEqualTo(attribution.toMetaData());
        assertThat(Attribution.actorOf(read)).isEqualTo(attribution.actor());
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfActorSurvivesTheJourney(Actor.Kind kind) {
        var actor = new Actor(kind, 9, "name");

        assertThat(Attribution.actorOf(new Attribution(actor, null, null).toMetaData()))
                .isEqualTo(actor);
    }

    @Test
    void everythingThatIsStoredTravelsFromTheCommandToItsEvents() {
        assertThat(new Attribution(Actor.user(3, "ana@example.test"), "r-1", "192.0.2.7")
                        .toMetaData()
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(Attribution.KEYS);
    }

    @Test
    void whatNobodyIsNamedForWasTheSystem() {
        assertThat(Attribution.actorOf(MetaData.emptyInstance())).isEqualTo(Actor.SYSTEM);
    }

    private static String golden(String name) {
        try {
            return Files.readString(GOLDEN.resolve(name + ".r1.json"));
        } catch (IOException e) {
            throw new AssertionError("no golden file for " + name, e);
        }
    }
}
