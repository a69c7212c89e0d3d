package dev.flagledger.engine.state.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2031-01-01T10:00:00.500Z, 2031-01-01T10:00:00.500001Z, 2031-01-01T10:00:00.500001Z",
        "2031-01-01T10:00:00.500Z, 2031-01-02T00:00:00Z,        2031-01-02T00:00:00Z",
        "2031-01-01T10:00:00.500Z, 2031-01-01T10:00:00.500Z,    2031-01-01T10:00:00.500001Z",
        "2031-01-01T10:00:00.500Z, 2031-01-01T09:59:59.500Z,    2031-01-01T10:00:00.500001Z",
        "2031-01-01T10:00:00.500Z, 2031-01-01T09:59:59.499Z,    2031-01-01T10:00:01Z",
        "2031-01-01T10:00:00.500Z, 2030-01-01T00:00:00Z,        2031-01-01T10:00:01Z",
        "2031-01-01T10:00:01Z,     2030-01-01T00:00:00Z,        2031-01-01T10:00:02Z"
    })
    void updateTimesIncrease(Instant last, Instant at, Instant dated) {
        assertThat(UpdateTime.after(last, at)).isEqualTo(dated).isAfter(last);
    }
}
