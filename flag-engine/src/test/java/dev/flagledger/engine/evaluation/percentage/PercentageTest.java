package dev.flagledger.engine.evaluation.percentage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentageTest {

    @ParameterizedTest
    @CsvSource({
        "78986, test_env_foobar, 54.53090618123625",
        "12345, test_env_foobar, 51.990398079615915",
        "78986, 32103813, 49.27985597119424"
    })
    void percentagesEqualFlagsmiths(String first, String second, double percentage) {
        assertThat(Percentage.of(first, second)).isEqualTo(percentage);
    }

    /** 100 would be in no share, not even in one of 100 %. */
    @Test
    void aHundredIsHashedAgain() {
        assertThat(Percentage.of("1", "8931")).isEqualTo(45.779155831166236);
    }

    @Property
    void percentagesAreInRange(@ForAll String first, @ForAll String second) {
        assertThat(Percentage.of(first, second)).isGreaterThanOrEqualTo(0).isLessThan(100);
    }

    @Test
    void identitiesAreDistributedUniformly() {
        var tenths = new int[10];
        IntStream.range(0, 10_000).forEach(id -> tenths[(int) (Percentage.of("7", "user-" + id) / 10)]++);
        for (int size : tenths) {
            assertThat(size).isBetween(880, 1120);
        }
    }
}
