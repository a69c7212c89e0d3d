package dev.flagledger.access.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.past.AsOf.Point;
import dev.flagledger.contract.error.InvalidInput;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants and positions as clients write them. */
class AsOfTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-29T14:03:00Z, 2026-11-29T14:03:00Z",
        "2026-11-29T14:03:00.123456+01:00, 2026-11-29T13:03:00.123456Z",
        "2026-11-29, 2026-11-29T00:00:00Z",
        "2026-11-29 14:03, 2026-11-29T14:03:00Z"
    })
    void anInstantHasAFormatOfTheContract(String text, Instant instant) {
        assertThat(AsOf.parse("from", text)).isEqualTo(new AsOf("from", new Point.At(instant)));
    }

    @Test
    void digitsAreAPosition() {
        assertThat(AsOf.parse("as_of", "4711").point()).isEqualTo(new Point.After(4711));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "yesterday", "2026-13-01", "1234567890123456789"})
    void anythingElseIsAnErrorOfTheField(String text) {
        assertThatThrownBy(() -> AsOf.parse("to", text))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
                .satisfies(problem -> assertThat(problem.body())
                        .asInstanceOf(InstanceOfAssertFactories.map(String.class, List.class))
                        .containsOnlyKeys("to"));
    }
}
