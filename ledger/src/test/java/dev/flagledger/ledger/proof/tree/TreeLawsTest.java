package dev.flagledger.ledger.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What holds of trees of every size, with more than one level of tiles. */
class TreeLawsTest {

    private static final int MOST = 70_000;
    private static final Trees LARGE = grown();

    private static Trees grown() {
        var trees = new Trees();
        trees.grow(MOST);
        return trees;
    }

    @Property(tries = 60)
    void anEdgeHasTheRootOfTheDefinition(@ForAll @IntRange(max = 1_500) int size) {
        var trees = new Trees();
        trees.grow(size);

        assertThat(trees.edge().root())
                .isEqualTo(Trees.root(Trees.leaves(size)))
                .isEqualTo(trees.tree(size).root())
                .isEqualTo(LARGE.tree(size).root());
    }

    @Property(tries = 60)
    void anEdgeContinuesFromItsTiles(@ForAll @IntRange(max = 1_200) int size, @ForAll @IntRange(max = 700) int more) {
        var trees = new Trees();
        trees.grow(size);

        var continued = TreeEdge.of(size, trees.tiles());
        for (int index = size; index < size + more; index++) {
            continued.append(Trees.leaf(index));
        }

        assertThat(continued.root()).isEqualTo(LARGE.tree(size + more).root());
        trees.grow(size + more);
        assertThat(continued.takeChanged()).usingRecursiveComparison().isEqualTo(onlyNew(trees, size, continued));
    }

    /** The tiles that are not as they were at a size. */
    private static List<Tile> onlyNew(Trees trees, int size, TreeEdge edge) {
        var again = TreeEdge.of(size, LARGE.tiles());
        IntStream.range(size, (int) edge.size()).mapToObj(Trees::leaf).forEach(again::append);
        assertThat(again.root()).isEqualTo(trees.edge().root());
        return again.takeChanged();
    }

    @Property(tries = 100)
    void everyLeafIsProved(@ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST) int any) {
        int index = any % size;
        var tree = LARGE.tree(size);

        var path = tree.inclusion(index);

        assertThat(path).hasSizeLessThanOrEqualTo(17);
        assertThat(Proofs.includes(index, size, Trees.leaf(index), path, tree.root()))
                .isTrue();
        assertThat(Proofs.includes(index, size, Trees.leaf(index + 1), path, tree.root()))
                .isFalse();
        assertThat(Proofs.includes(index + 1, size, Trees.leaf(index), path, tree.root()))
                .isFalse();
        for (var spoilt : spoilt(path)) {
            assertThat(Proofs.includes(index, size, Trees.leaf(index), spoilt, tree.root()))
                    .isFalse();
        }
    }

    @Property(tries = 100)
    void everyTreeContinuesItsBeginnings(
            @ForAll @IntRange(min = 1, max = MOST) int second, @ForAll @IntRange(max = MOST) int any) {
        int first = any % (second + 1);
        var larger = LARGE.tree(second);
        var root = LARGE.tree(first).root();

        var proof = larger.consistency(first);

        assertThat(Proofs.consistent(first, second, root, larger.root(), proof)).isTrue();
        if (first > 0 && first < second) {
            assertThat(Proofs.consistent(first, second, larger.root(), larger.root(), proof))
                    .isFalse();
            for (var spoilt : spoilt(proof)) {
                assertThat(Proofs.consistent(first, second, root, larger.root(), spoilt))
                        .isFalse();
            }
        }
    }

    @Test
    void aTreeOfFullTilesHasThemOnEveryLevel() {
        assertThat(LARGE.tiles().tile(0, 272).orElseThrow().width()).isEqualTo(256);
        assertThat(LARGE.tiles().tile(0, 273).orElseThrow().width()).isEqualTo(112);
        assertThat(LARGE.tiles().tile(1, 0).orElseThrow().width()).isEqualTo(256);
        assertThat(LARGE.tiles().tile(1, 1).orElseThrow().width()).isEqualTo(17);
        assertThat(LARGE.tiles().tile(2, 0).orElseThrow().width()).isEqualTo(1);
    }

    @Test
    void aMissingTileIsNamed() {
        assertThatThrownBy(() -> LARGE.tree(MOST + 1).root())
                .isInstanceOf(MissingTileException.class)
                .hasMessageContaining("273 of level 0");
        assertThatThrownBy(() -> TreeEdge.of(MOST + 1, LARGE.tiles())).isInstanceOf(MissingTileException.class);
    }

    /** The proof with one hash too many, too few, or changed. */
    private static List<List<Hash>> spoilt(List<Hash> proof) {
        var all = new ArrayList<List<Hash>>();
        var longer = new ArrayList<>(proof);
        longer.add(Hash.EMPTY);
        all.add(longer);
        for (int place = 0; place < proof.size(); place++) {
            var changed = new ArrayList<>(proof);
            changed.set(place, Hash.EMPTY);
            all.add(changed);
            var shorter = new ArrayList<>(proof);
            shorter.remove(place);
            all.add(shorter);
        }
        return all;
    }
}
