package dev.flagledger.ledger.proof.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trees for tests: by the definition of RFC 6962, and as an edge that writes tiles. */
final class Trees {

    private final Map<Tile.Place, Tile> tiles = new HashMap<>();
    private final TreeEdge edge = new TreeEdge();

    static Hash leaf(long index) {
        return Hash.ofLeaf(("entry " + index).getBytes(StandardCharsets.UTF_8));
    }

    static List<Hash> leaves(int count) {
        return IntStream.range(0, count).mapToObj(Trees::leaf).toList();
    }

    /** The root of these leaves, by the recursive definition. */
    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.ofNode(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** A tree over these leaves, without tiles. */
    static MerkleTree tree(List<Hash> leaves) {
        return new MerkleTree(
                leaves.size(),
                (level, index) ->
                        root(new ArrayList<>(leaves).subList((int) index << level, (int) (index + 1) << level)));
    }

    void grow(long size) {
        while (edge.size() < size) {
            edge.append(leaf(edge.size()));
        }
        edge.takeChanged().forEach(tile -> tiles.put(tile.place(), tile));
    }

    TreeEdge edge() {
        return edge;
    }

    Tiles tiles() {
        return (level, index) -> Optional.ofNullable(tiles.get(new Tile.Place(level, index)));
    }

    MerkleTree tree(long size) {
        return new MerkleTree(size, new TiledNodes(tiles()));
    }
}
