package dev.flagledger.ledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiles and the hashes in them. */
class TileTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 63, 257 * 32})
    void aTileHasWholeHashesAndNotTooMany(int bytes) {
        assertThatThrownBy(() -> new Tile(0, 0, new byte[bytes]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not " + bytes + " bytes");
    }

    @Test
    void aTileBeginsAsThatOfASmallerTreeDid() {
        var trees = new Trees();
        trees.grow(300);
        var full = trees.tiles().tile(0, 0).orElseThrow();
        var earlier = new Trees();
        earlier.grow(7);

        assertThat(full.width()).isEqualTo(Tile.WIDTH);
        assertThat(full.first(7).hashes())
                .isEqualTo(earlier.tiles().tile(0, 0).orElseThrow().hashes());
        assertThat(full.hash(6)).isEqualTo(Trees.leaf(6));
        assertThatThrownBy(() -> full.first(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTileIsKnownByItsPlace() {
        var tile = new Tile(1, 7, new byte[Hash.BYTES]);

        assertThat(tile.place()).isEqualTo(new Tile.Place(1, 7)).hasToString("1/7");
    }

    @Test
    void aFullTileIsTheHashAboveIt() {
        var trees = new Trees();
        trees.grow(512);

        var above = trees.tiles().tile(1, 0).orElseThrow();

        for (int index = 0; index < 2; index++) {
            assertThat(above.hash(index))
                    .isEqualTo(new TileNodes(trees.tiles().tile(0, index).orElseThrow()).node(Tile.HEIGHT, 0))
                    .isEqualTo(Trees.root(Trees.leaves(512).subList(256 * index, 256 * (index + 1))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "%", "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU="})
    void otherTextsAreNoHashes(String text) {
        assertThatThrownBy(() -> Hash.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHashIsKeptFromChanges() {
        var bytes = new byte[Hash.BYTES];
        var hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;

        assertThat(hash).isEqualTo(Hash.of(new byte[Hash.BYTES])).hasSameHashCodeAs(Hash.of(new byte[Hash.BYTES]));
        assertThat(Hash.parse(hash.toString())).isEqualTo(hash);
        assertThat(hash).hasToString(Base64.getEncoder().encodeToString(new byte[Hash.BYTES]));
    }
}
