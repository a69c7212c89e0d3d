package dev.flagledger.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TraitTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(Trait.Type.UNICODE, "31", "31"),
                Arguments.of(Trait.Type.INT, "31", BigInteger.valueOf(31)),
                Arguments.of(Trait.Type.FLOAT, "3.5", 3.5),
                Arguments.of(Trait.Type.BOOL, "true", true),
                Arguments.of(Trait.Type.BOOL, "false", false));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueHasItsType(Trait.Type type, String text, Object value) {
        assertThat(trait(type, text).plain()).isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource
    void whatReplacesAnErasedValueIsText(Trait.Type type) {
        assertThat(trait(type, "erased").plain()).isEqualTo("erased");
    }

    @Test
    void aTraitMayHaveNoValue() {
        assertThat(trait(Trait.Type.INT, null).plain()).isNull();
    }

    private static Trait trait(Trait.Type type, @Nullable String value) {
        return new Trait(1, "age", type, value);
    }
}
