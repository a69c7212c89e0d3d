package dev.flagledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.standalone.TestServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flagsmith's SDK for browsers, under its name of today and the one of before. */
class BrowserSdkIT {

    private static final TestServer SERVER = TestServer.shared();

    @BeforeAll
    static void install() {
        Scripts.install();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@flagsmith/flagsmith", "flagsmith"})
    void itIdentifiesVisitorsKeepsTheirTraitsAndHearsOfChanges(String client) {
        var assortment = Assortment.in(SERVER);

        var told = Scripts.run("browser.mjs", SERVER, assortment, Map.of("FLAGLEDGER_PACKAGE", client));

        assertThat(told.at("/environment/banner/value").asString()).isEqualTo("hello");
        assertThat(told.at("/environment/limit/value").asInt()).isEqualTo(24);
        assertThat(told.at("/environment/plain/enabled").asBoolean()).isTrue();
        assertThat(told.at("/environment/dark/enabled").asBoolean()).isFalse();
        for (var person : Person.all()) {
            assertThat(Told.value(told.get("identities"), person, "shade"))
                    .as(person.identifier())
                    .isEqualTo(assortment.shadeOf(person));
        }
        assertThat(told.at("/before/banner/value").asString()).isEqualTo("hello");
        assertThat(told.at("/after/banner/value").asString()).isEqualTo("dear pro");
        assertThat(told.at("/traits/plan").asString()).isEqualTo("pro");
        assertThat(told.at("/loggedOut/banner/value").asString()).isEqualTo("hello");
        assertThat(told.get("changed").asInt()).isEqualTo(200);
        assertThat(told.at("/live/banner/value").asString()).isEqualTo("goodbye");
        assertThat(assortment.looksAtBanner()).isEqualTo(2);
    }
}
