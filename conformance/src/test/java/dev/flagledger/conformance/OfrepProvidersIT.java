package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.TestServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** OFREP's providers for browsers and for Python; those for Java and Node are tried with Flagsmith's own. */
class OfrepProvidersIT {

    private static final TestServer SERVER = TestServer.shared();

    private final Assortment assortment = Assortment.in(SERVER);

    @Test
    void browsersGetWhatTheServerSaysAndAreNotSentItAgain() {
        Scripts.install();

        var told = Scripts.run("openfeature-web.mjs", SERVER, assortment, Map.of());

        assertTold(told);
        assertThat(told.at("/missing/errorCode").asString()).isEqualTo("FLAG_NOT_FOUND");
        assertThat(told.get("unchanged").asInt()).isEqualTo(304);
        assertThat(told.get("live").asString()).isEqualTo("goodbye");
    }

    @Test
    void pythonGetsWhatTheServerSays() {
        PythonScripts.install();

        var told = PythonScripts.run("openfeature_ofrep.py", SERVER, assortment, Map.of());

        assertTold(told);
        assertThat(told.at("/missing/error").asString()).isEqualTo("FLAG_NOT_FOUND");
        assertThat(told.at("/dark/error").isNull()).isTrue();
    }

    private void assertTold(JsonNode told) {
        for (var person : Person.all()) {
            assertThat(Told.value(told.get("identities"), person, "banner"))
                    .as("banner of %s", person.identifier())
                    .isEqualTo(Assortment.bannerOf(person));
            assertThat(Told.value(told.get("identities"), person, "shade"))
                    .as("shade of %s", person.identifier())
                    .isEqualTo(assortment.shadeOf(person));
        }
        assertThat(told.at("/plain/value").asBoolean()).isTrue();
        assertThat(told.at("/plain/variant").asString()).isEqualTo("on");
        assertThat(told.at("/limit/value").asInt()).isEqualTo(24);
        assertThat(told.at("/dark/value").asString()).isEqualTo("none");
        assertThat(told.at("/dark/variant").asString()).isEqualTo("off");
        assertThat(told.at("/slash/value").asString()).isEqualTo("hi");
        assertThat(told.at("/backslash/value").asString()).isEqualTo("ahoy");
        assertThat(told.at("/missing/value").asString()).isEqualTo("none");
    }
}
