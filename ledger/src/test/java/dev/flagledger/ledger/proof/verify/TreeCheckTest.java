package dev.flagledger.ledger.proof.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Proofs;
import dev.flagledger.ledger.proof.tree.Tile;
import dev.flagledger.ledger.proof.tree.TreeEdge;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that are built anew, and lists of leaves, against signed heads. Without a database. */
class TreeCheckTest {

    private static final String ORIGIN = "flags.example";

    @Test
    void everyHeadIsComparedWhereItsSizeIsReached() {
        var check = new TreeCheck(List.of(head(0), head(3), head(300)).iterator(), head(7));
        assertThat(check.heads()).as("that of no events").isEqualTo(1);

        append(check, 300);
        check.end();

        assertThat(check.heads()).isEqualTo(3);
        assertThat(check.size()).isEqualTo(300);
        assertThat(check.upperTiles()).singleElement().matches(tile -> tile.level() == 1 && tile.width() == 1);
    }

    @Test
    void aFaultIsBetweenTwoHeads() {
        var check = new TreeCheck(List.of(head(3), forged(5)).iterator(), null);

        assertFault(
                () -> append(check, 5), "position 4: an event from here to position 5 is not the one that was signed");
    }

    @Test
    void headsThatDoNotAscendAreAFault() {
        var check = new TreeCheck(List.of(head(3), head(2)).iterator(), null);

        assertFault(
                () -> append(check, 3), "position 4: an event from here to position 2 is not the one that was signed");
    }

    @ParameterizedTest
    @CsvSource({"5, 5, the checkpoint of 5 events was signed", "4, 9, the checkpoint that was kept has 9 events"})
    void eventsThatAreMissingAtTheEndAreAFault(int signed, int kept, String why) {
        var check = new TreeCheck(List.of(head(signed)).iterator(), head(kept));
        append(check, 4);

        assertFault(check::end, "position 5: the event is missing, and all after it: " + why);
    }

    @Test
    void anotherKeptHeadIsAFaultEvenOfNoEvents() {
        assertFault(
                () -> new TreeCheck(List.<TreeHead>of().iterator(), forged(0)),
                "The first 0 events are not those of the checkpoint that was kept");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 256, 257, 600})
    void aListProvesItsLeaves(int size) {
        var head = head(size);
        var list = LeafList.of(tiles(size), head, null);

        for (long position : new long[] {1, size / 2 + 1, size}) {
            list.require(position, Hash.ofLeaf(entry(position)));
            assertThat(Proofs.includes(
                            position - 1, size, Hash.ofLeaf(entry(position)), list.proof(position), head.root()))
                    .isTrue();
            assertFault(
                    () -> list.require(position, Hash.ofLeaf(entry(0))), "position " + position + ": the entry is not");
        }
        assertFault(() -> list.require(0, Hash.ofLeaf(entry(0))), "the entry is not");
        assertFault(
                () -> list.require(size + 1L, Hash.ofLeaf(entry(size + 1L))),
                "position " + (size + 1) + ": the entry is not");
    }

    @Test
    void aListHasTheTilesOfItsHead() {
        var tiles = tiles(600);
        var head = head(600);

        for (var others : List.of(
                List.<Tile>of(),
                tiles.subList(0, 2),
                tiles.reversed(),
                List.of(tiles.get(0), tiles.get(0), tiles.get(2)))) {
            assertFault(() -> LeafList.of(others, head, null), "not those of the checkpoint");
        }
        assertFault(() -> LeafList.of(tiles, forged(600), null), "not those of the checkpoint");
        assertFault(() -> LeafList.of(tiles, head, forged(257)), "The first 257 events");
        assertFault(() -> LeafList.of(tiles, head, head(601)), "position 601: the event is missing");
    }

    private static void append(TreeCheck check, int events) {
        LongStream.rangeClosed(1, events)
                .mapToObj(TreeCheckTest::entry)
                .map(Hash::ofLeaf)
                .forEach(check::append);
    }

    private static byte[] entry(long position) {
        return ("entry " + position).getBytes(StandardCharsets.UTF_8);
    }

    private static TreeEdge edge(int size) {
        var edge = new TreeEdge();
        LongStream.rangeClosed(1, size)
                .mapToObj(TreeCheckTest::entry)
                .map(Hash::ofLeaf)
                .forEach(edge::append);
        return edge;
    }

    private static TreeHead head(int size) {
        return new TreeHead(ORIGIN, size, edge(size).root());
    }

    private static TreeHead forged(int size) {
        return new TreeHead(ORIGIN, size, Hash.ofLeaf(entry(-1)));
    }

    private static List<Tile> tiles(int size) {
        return edge(size).takeChanged().stream()
                .filter(tile -> tile.level() == 0)
                .toList();
    }

    private static void assertFault(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(FaultException.class).hasMessageContaining(message);
    }
}
