package dev.flagledger.engine.evaluation.condition;

import static dev.flagledger.api.segment.Operator.EQUAL;
import static dev.flagledger.api.segment.Operator.IS_NOT_SET;
import static dev.flagledger.engine.evaluation.condition.Asking.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.evaluation.context.IdentityContext;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyTest {

    private static final Map<String, @Nullable Object> TRAITS = Map.of(
            "size", "007", "[$the.size$]", "odd", "größe", "XL", "it's", "quoted", "tab\t", "blank", "", "nameless");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "$.identity.identifier; ana",
                "$.identity.key; env-key_ana",
                "$.environment.name; Live",
                "$.environment.key; env-key",
                "$.identity.traits.size; 7",
                "$.identity.traits['[$the.size$]']; odd",
                "$.identity.traits[\"size\"]; 7",
                "$.identity['traits'] [ 'size' ]; 7",
                "$.identity.traits.größe; XL",
                "$.identity.traits['gr\\u00f6\\u00dfe']; XL",
                "$.identity.traits['it\\'s']; quoted",
                "$.identity.traits[\"it's\"]; quoted",
                "$.identity.traits['tab\\t']; blank",
                "$.identity.traits['']; nameless",
                "$.features.banner.value; blue",
                "$.features['banner'].enabled; true",
                "size; 7"
            })
    void aPropertyIsATraitOrAPath(String property, String value) {
        assertThat(holds(TRAITS, EQUAL, property, value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$",
                "$.",
                "$.identity",
                "$.identity.traits",
                "$.identity.traits.",
                "$.leads.to.nowhere",
                "$.identity.key.more",
                "$.identity.traits[size]",
                "$.identity.traits['size'",
                "$.identity.traits['\\q']",
                "$.identity.traits[0]",
                "$.identity.traits.it's",
                "$.  size",
                "$.identity.traits.si-ze",
                "$['identity']['key']",
                "identity.key",
                "Size",
                "$.features.banner.key.x",
                "$.features.other.value",
                "$.identity.traits.size extra"
            })
    void otherPropertiesAreNotSet(String property) {
        assertThat(holds(TRAITS, IS_NOT_SET, property, null)).isTrue();
    }

    @Test
    void aTraitPrecedesAPathOfTheSameName() {
        assertThat(holds(Map.of("$.identity.key", "mine"), EQUAL, "$.identity.key", "mine"))
                .isTrue();
        assertThat(holds(Map.of("$.no path", "mine"), EQUAL, "$.no path", "mine"))
                .isTrue();
        assertThat(holds(Collections.singletonMap("$.identity.key", null), EQUAL, "$.identity.key", Asking.KEY))
                .as("but not if it is null")
                .isTrue();
    }

    @Test
    void withoutAnIdentityTheEnvironmentIsSet() {
        IdentityContext none = null;
        assertThat(holds(none, EQUAL, "$.environment.name", "Live")).isTrue();
        assertThat(holds(none, IS_NOT_SET, "$.identity.identifier", null)).isTrue();
        assertThat(holds(none, IS_NOT_SET, "size", null)).isTrue();
    }

    @Test
    void anExplicitIdentityKeyIsKept() {
        assertThat(holds(new IdentityContext("ana", "own", Map.of()), EQUAL, "$.identity.key", "own"))
                .isTrue();
        assertThat(holds(new IdentityContext("ana", "", Map.of()), EQUAL, "$.identity.key", Asking.KEY))
                .isTrue();
    }
}
