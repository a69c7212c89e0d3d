package dev.flagledger.ledger.log.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTimeTest {

    @Property
    void aTimeIsReadAsItWasWritten(
            @ForAll @LongRange(min = -60_000_000_000L, max = 250_000_000_000L) long second,
            @ForAll @LongRange(max = 999_999) long micros) {
        var time = Instant.ofEpochSecond(second, micros * 1_000);

        assertThat(EntryTime.read(EntryTime.write(time)))
                .isEqualTo(time)
                .isEqualTo(Instant.parse(EntryTime.write(time)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2031-01-01T00:00:00Z",
                "2031-01-01T00:00:00.000Z",
                "2031-01-01T00:00:00.000000",
                "2031-01-01T00:00:00.0000000Z",
                "2031-01-01 00:00:00.000000Z",
                "2031-13-01T00:00:00.000000Z",
                "2031-02-29T00:00:00.000000Z",
                "2031-01-01T24:00:00.000000Z",
                "2031-01-01T00:60:00.000000Z",
                "2031-01-01T00:00:60.000000Z",
                "2031-01-01T00:00:00.00000\u0661Z",
                "-031-01-01T00:00:00.000000Z"
            })
    void noOtherFormIsRead(String text) {
        assertThatThrownBy(() -> EntryTime.read(text)).isInstanceOf(DateTimeException.class);
    }
}
