package dev.flagledger.ledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of C2SP's tlog-tiles, and the limits of its groups. */
class TilePathTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, 0/000",
        "0, 67, 256, 0/067",
        "0, 999, 256, 0/999",
        "1, 1000, 256, 1/x001/000",
        "2, 1234067, 256, 2/x001/x234/067",
        "0, 1234067, 8, 0/x001/x234/067.p/8",
        "0, 273, 112, 0/273.p/112",
        "0, 0, 255, 0/000.p/255",
        "63, 999, 1, 63/999.p/1",
        "0, 1000000000, 1, 0/x001/x000/x000/000.p/1",
        "0, 999999999999999999, 256, 0/x999/x999/x999/x999/x999/999"
    })
    void aPathIsReadAsItIsWritten(int level, long index, int width, String path) {
        var tile = new TilePath(level, index, width);

        assertThat(tile).hasToString(path);
        assertThat(TilePath.parse(path)).hasValue(tile);
        assertThat(TilePath.parse(path + "/")).hasValue(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "64/000",
                "00/000",
                "-1/000",
                "x/000",
                "0/0",
                "0/x001/234/067",
                "0/0000",
                "0/x000/001",
                "0/x000/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/000.p",
                "0/entries",
                "0/x001/x000/x000/x000/x000/x000/000",
                "0/",
                "0",
                ""
            })
    void noOtherPathNamesATile(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    @Test
    void everyIndexIsReadAsItIsWritten() {
        for (long index = 0; index < 1_002_000; index += 37) {
            var tile = new TilePath(0, index, 1 + (int) (index % Tile.WIDTH));
            assertThat(TilePath.parse(tile.toString())).hasValue(tile);
        }
    }
}
