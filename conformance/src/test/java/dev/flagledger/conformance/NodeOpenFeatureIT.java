package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** OpenFeature's SDK for Node, with Flagsmith's provider and OFREP's. */
class NodeOpenFeatureIT {

    @Test
    void everybodyGetsWhatTheServerSays() {
        Scripts.install();
        var server = TestServer.shared();
        var assortment = Assortment.in(server);
        var told = Scripts.run("openfeature.mjs", server, assortment, Map.of());
        for (var provider : List.of("flagsmith", "ofrep")) {
            var answers = told.get(provider);
            for (var person : Person.all()) {
                var own = answers.get("identities").get(person.identifier());
                assertThat(own.get("banner").asString()).isEqualTo(Assortment.bannerOf(person));
                assertThat(own.get("shade").asString()).isEqualTo(assortment.shadeOf(person));
            }
            assertThat(answers.get("plain").asBoolean()).isTrue();
            assertThat(answers.get("limit").asInt()).isEqualTo(24);
            assertThat(answers.get("slash").asString()).isEqualTo("hi");
            assertThat(answers.get("missing").asString()).isEqualTo("FLAG_NOT_FOUND");
        }
    }
}
