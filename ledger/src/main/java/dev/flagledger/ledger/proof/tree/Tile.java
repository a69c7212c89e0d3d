package dev.flagledger.ledger.proof.tree;

import java.util.Arrays;

/**
 * Up to 256 consecutive hashes of one level of a tree. Level 0 has leaves; a hash of a level above is the root of a full tile of the
 * level below.
 *
 * @param level the level, from 0
 * @param index the number of the tile in its level, from 0
 * @param hashes the hashes one after the other, at least one; must not be modified
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Tile(int level, long index, byte[] hashes) {

    /** The number of hashes in a full tile. */
    public static final int WIDTH = 256;

    /** The binary logarithm of {@link #WIDTH}. */
    static final int HEIGHT = 8;

    /** Where a tile is in its tree: its level and its number in that. */
    public record Place(int level, long index) {

        @Override
        public String toString() {
            return level + "/" + index;
        }
    }

    public Tile {
        int width = hashes.length / Hash.BYTES;
        if (hashes.length % Hash.BYTES != 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("A tile has 1 to 256 hashes, and not " + hashes.length + " bytes");
        }
    }

    /** Its place in the tree. */
    public Place place() {
        return new Place(level, index);
    }

    /** The number of hashes. */
    public int width() {
        return hashes.length / Hash.BYTES;
    }

    /** The hash at a place of the tile, from 0. */
    public Hash hash(int place) {
        return Hash.in(hashes, place);
    }

    /** The first hashes of this tile, of which there must be as many: the tile as of a smaller tree. */
    public Tile first(int width) {
        return new Tile(level, index, Arrays.copyOf(hashes, width * Hash.BYTES));
    }
}
