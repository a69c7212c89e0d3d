package dev.flagledger.query.event.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {

    private static final Instant NOON = Instant.parse("2031-01-01T12:00:00Z");

    @Test
    void theFirstInstantIsIncludedAndTheLastIsNot() {
        var range = new TimeRange(NOON, NOON.plusSeconds(60));

        assertThat(range.includes(NOON)).isTrue();
        assertThat(range.includes(NOON.minusNanos(1))).isFalse();
        assertThat(range.includes(NOON.plusSeconds(60).minusNanos(1))).isTrue();
        assertThat(range.includes(NOON.plusSeconds(60))).isFalse();
    }

    @Test
    void withoutBoundsEveryInstantIsIncluded() {
        assertThat(new TimeRange(null, null).includes(Instant.MIN)).isTrue();
        assertThat(new TimeRange(null, null).includes(Instant.MAX)).isTrue();
        assertThat(new TimeRange(null, NOON).includes(Instant.MIN)).isTrue();
        assertThat(new TimeRange(NOON, null).includes(Instant.MAX)).isTrue();
    }

    @Test
    void nothingBeforeTheFirstInstantIsOfThisTime() {
        assertThat(new TimeRange(NOON, null).isAfter(NOON)).isTrue();
        assertThat(new TimeRange(NOON, null).isAfter(NOON.plusNanos(1))).isFalse();
        assertThat(new TimeRange(NOON, null).isAfter(null)).isFalse();
        assertThat(new TimeRange(null, NOON).isAfter(NOON)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
        "2031-01-01T13:30:00+01:30, 2031-01-01T12:00:00Z",
        "2031-01-01T12:00Z, 2031-01-01T12:00:00Z"
    })
    void anInstantIsReadInItsOffset(String text, Instant expected) {
        assertThat(InstantText.parse(text)).isEqualTo(expected);
    }

    /** The database has no such times, so that the request would fail. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31T23:59:59Z",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "+294277-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00+18:00"
            })
    void anInstantOutsideTheYearsOfFourDigitsIsRefused(String text) {
        assertThat(InstantText.parse(text)).isNull();
    }
}
