package dev.flagledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0, /000, 0, 0, 256",
        "0, /067, 0, 67, 256",
        "2, /x001/x234/067, 2, 1234067, 256",
        "63, /999.p/1, 63, 999, 1",
        "0, /x001/000.p/255/, 0, 1000, 255"
    })
    void aPathNamesATile(String level, String path, int expectedLevel, long index, int width) {
        assertThat(TilePath.parse(level, path)).hasValue(new TilePath(expectedLevel, index, width));
    }

    @ParameterizedTest
    @CsvSource({
        "64, /000",
        "00, /000",
        "-1, /000",
        "x, /000",
        "0, /0",
        "0, /x001/234/067",
        "0, /0000",
        "0, /x000/001",
        "0, /000.p/0",
        "0, /000.p/256",
        "0, /000.p/01",
        "0, /000.p",
        "0, /entries",
        "0, /"
    })
    void noOtherPathDoes(String level, String path) {
        assertThat(TilePath.parse(level, path)).isEmpty();
    }

    @Test
    void theLargestIndexIsANumber() {
        assertThat(TilePath.parse("0", "/x999/x999/x999/x999/x999/999")
                        .orElseThrow()
                        .index())
                .isEqualTo(999_999_999_999_999_999L);
    }
}
