package dev.flagledger.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of C2SP's tlog-tiles, and the limits of its groups. */
class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0, 256, 000",
        "67, 256, 067",
        "999, 256, 999",
        "1000, 256, x001/000",
        "1234067, 256, x001/x234/067",
        "1234067, 8, x001/x234/067.p/8",
        "273, 112, 273.p/112",
        "0, 255, 000.p/255",
        "1000000000, 1, x001/x000/x000/000.p/1"
    })
    void anIndexIsWrittenInGroups(long index, int width, String path) {
        assertThat(TilePath.of(index, width)).isEqualTo(path);
    }
}
