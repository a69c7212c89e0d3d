package dev.flagledger.ledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The nodes of a tree of three levels of tiles, of which those of a proof are read and hashed once. */
class TiledNodesTest {

    private static final int SIZE = 70_000;
    private static final Trees TREES = new Trees();

    static {
        TREES.grow(SIZE);
    }

    private final List<Tile.Place> read = new ArrayList<>();
    private final TiledNodes nodes = new TiledNodes((level, index) -> {
        read.add(new Tile.Place(level, index));
        return TREES.tiles().tile(level, index);
    });

    @Test
    void everyNodeOfATileIsTheRootOfItsLeaves() {
        var tile = new TileNodes(TREES.tiles().tile(0, 1).orElseThrow());
        var leaves = Trees.leaves(2 * Tile.WIDTH).subList(Tile.WIDTH, 2 * Tile.WIDTH);

        for (int height = 0; height <= Tile.HEIGHT; height++) {
            for (int place = 0; place < Tile.WIDTH; place += 1 << height) {
                assertThat(tile.node(height, place))
                        .isEqualTo(Trees.root(leaves.subList(place, place + (1 << height))));
            }
        }
    }

    @Test
    void aNodeIsComputedOnce() {
        assertThat(nodes.node(5, 1)).isSameAs(nodes.node(5, 1)).isNotSameAs(new TiledNodes(TREES.tiles()).node(5, 1));
    }

    @Test
    void proofsOfNeighboursShareTheirTiles() {
        var tree = new MerkleTree(SIZE, nodes);

        for (long index = 512; index < 768; index++) {
            assertThat(Proofs.includes(
                            index,
                            SIZE,
                            Trees.leaf(index),
                            tree.inclusion(index),
                            TREES.edge().root()))
                    .isTrue();
        }

        assertThat(read).doesNotHaveDuplicates().contains(new Tile.Place(0, 2), new Tile.Place(0, SIZE / Tile.WIDTH));
    }

    @Test
    void tilesOfLongAgoAreReadAgain() {
        var first = nodes.node(0, 0);
        for (long index = 1; index < 100; index++) {
            nodes.node(0, index * Tile.WIDTH);
        }

        assertThat(nodes.node(0, 0)).isEqualTo(first);
        assertThat(read).hasSize(101).endsWith(new Tile.Place(0, 0));
    }

    @Test
    void aTileThatIsMissingOrTooShortIsNamed() {
        assertThatThrownBy(() -> nodes.node(0, SIZE)).isInstanceOf(MissingTileException.class);
        assertThatThrownBy(() -> nodes.node(8, SIZE / Tile.WIDTH))
                .isInstanceOf(MissingTileException.class)
                .hasMessage("The tile 1 of level 1 is missing or incomplete");
        assertThatThrownBy(() -> new TiledNodes((_, _) -> Optional.empty()).node(9, 3))
                .hasMessage("The tile 0 of level 1 is missing or incomplete");
    }
}
