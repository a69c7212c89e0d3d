package dev.flagledger.query.sdk.identities.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.identity.Trait;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitInputTest {

    /** Generated identifiers are derived from this text, as Flagsmith's are. */
    @ParameterizedTest
    @CsvSource({
        "UNICODE, pro,    pro",
        "INT,     42,     42",
        "FLOAT,   1000.0, 1000.0",
        "FLOAT,   1.0E20, 1e+20",
        "BOOL,    true,   True",
        "BOOL,    false,  False",
        "UNICODE, ,       None",
        ",        ,       None"
    })
    void aValueIsPrintedAsPythonDoes(Trait.@Nullable Type type, @Nullable String value, String printed) {
        assertThat(new TraitInput(null, "k", type, value, false).printed()).isEqualTo(printed);
    }

    @Test
    void theValueInAResponseHasItsJsonType() {
        var kept = TraitInput.of(new Trait(7, "age", Trait.Type.INT, "42"));

        assertThat(kept.plain()).isEqualTo(new BigInteger("42"));
        assertThat(kept.view().traitValue()).isEqualTo(new BigInteger("42"));
        assertThat(kept.asTransient()).isEqualTo(new TraitInput(null, "age", Trait.Type.INT, "42", true));
        assertThat(kept.kept(9)).isEqualTo(new Trait(9, "age", Trait.Type.INT, "42"));
    }
}
