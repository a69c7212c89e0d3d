package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.TestServer;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** {@code flagsmith-nodejs} asks the server, and evaluates by itself. */
@TestInstance(Lifecycle.PER_CLASS)
class NodeSdkIT {

    private Assortment assortment;
    private JsonNode told;

    @BeforeAll
    void ask() {
        Scripts.install();
        var server = TestServer.shared();
        assortment = Assortment.in(server);
        told = Scripts.run("node.mjs", server, assortment, Map.of());
    }

    @Test
    void itReadsTheFlagsOfTheEnvironment() {
        var flags = told.at("/remote/environment");
        assertThat(flags.at("/banner/value").asString()).isEqualTo("hello");
        assertThat(flags.at("/shade/value").asString()).isEqualTo("grey");
        assertThat(flags.at("/limit/value").isInt()).isTrue();
        assertThat(flags.at("/limit/value").asInt()).isEqualTo(24);
        assertThat(flags.at("/plain/enabled").asBoolean()).isTrue();
        assertThat(flags.at("/plain/value").isNull()).isTrue();
        assertThat(flags.at("/dark/enabled").asBoolean()).isFalse();
    }

    @Test
    void everybodyGetsTheSameRemotelyAndLocally() {
        assertThat(told.at("/local")).isEqualTo(told.at("/remote"));
        assertThat(told.at("/local/identities")).hasSize(40);
    }

    @Test
    void overridesForSegmentsAndIdentitiesWin() {
        for (var person : Person.all()) {
            assertThat(Told.value(told.at("/local/identities"), person, "banner"))
                    .as(person.identifier())
                    .isEqualTo(Assortment.bannerOf(person));
        }
    }

    @Test
    void everyVariantIsMet() {
        assertThat(Person.all().stream()
                        .map(person -> Told.value(told.at("/local/identities"), person, "shade"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("red", "green", "blue", "grey");
    }

    @Test
    void traitsAreKeptUnlessTheyArePassing() {
        assertThat(told.at("/remembered/banner/value").asString()).isEqualTo("dear pro");
        assertThat(told.at("/passing/banner/value").asString()).isEqualTo("dear pro");
        var identities =
                assortment.shop().ana().get("environments/" + assortment.shop().key() + "/identities/?q=passing");
        assertThat(identities.ok().get("count").asInt()).isZero();
    }

    @Test
    void itKnowsSomebodysSegments() {
        assertThat(told.get("segments").toString()).isEqualTo("[\"pros\"]");
    }

    @Test
    void itsReportsAreCounted() {
        assertThat(assortment.looksAtBanner()).isEqualTo(2);
    }
}
