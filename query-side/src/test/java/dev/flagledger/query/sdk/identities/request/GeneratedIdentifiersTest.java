package dev.flagledger.query.sdk.identities.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.identity.Trait;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Identifiers for identities that the application does not name: 4.3 of the contract for SDKs. */
class GeneratedIdentifiersTest {

    private static final TraitInput A = new TraitInput(null, "a", Trait.Type.UNICODE, "x", true);
    private static final TraitInput B = new TraitInput(null, "b", Trait.Type.INT, "1", false);
    private static final TraitInput NONE = new TraitInput(null, "c", null, null, false);

    @Test
    void theSameTraitsGiveTheSameIdentifier() {
        var name = "c5112dc768832e957a47175af5e72630a837157179745ab0c81744c836ae84b6";
        assertThat(GeneratedIdentifiers.of(List.of(B, A))).isEqualTo(name);
        assertThat(GeneratedIdentifiers.of(List.of(NONE, A, B))).isEqualTo(name);
    }

    @Test
    void withoutTraitsTheIdentifierIsRandom() {
        assertThat(GeneratedIdentifiers.of(List.of()))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(GeneratedIdentifiers.of(List.of()));
    }

    @Test
    void valuesAreHashedAsPythonPrintsThem() {
        assertThat(new TraitInput(null, "k", Trait.Type.BOOL, "true", false).printed())
                .isEqualTo("True");
        assertThat(new TraitInput(null, "k", Trait.Type.FLOAT, "1.0E16", false).printed())
                .isEqualTo("1e+16");
        assertThat(B.printed()).isEqualTo("1");
    }
}
