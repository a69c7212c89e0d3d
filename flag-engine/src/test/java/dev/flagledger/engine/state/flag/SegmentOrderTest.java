package dev.flagledger.engine.state.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FlagEvent.SegmentOverrideRemoved;
import dev.flagledger.api.event.FlagEvent.SegmentsOrdered;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The order of the overrides for segments 21 to 24. */
class SegmentOrderTest {

    private final History history = Shop.withBasket()
            .then(
                    Shop.segment(21, "one", null),
                    Shop.segment(22, "two", null),
                    Shop.segment(23, "three", null),
                    Shop.segment(24, "four", null));

    @Test
    void insertingAtATakenPriorityMovesTheOthersDown() {
        assertThat(after(
                        Shop.overriddenForSegment(21, 0),
                        Shop.overriddenForSegment(22, 0),
                        Shop.overriddenForSegment(23, 1)))
                .containsExactly("22 at 0", "23 at 1", "21 at 2");
    }

    @Test
    void insertingLastMovesNothing() {
        assertThat(after(Shop.overriddenForSegment(21, 0), Shop.overriddenForSegment(22, 1)))
                .containsExactly("21 at 0", "22 at 1");
    }

    @Test
    void removingMovesTheOthersUp() {
        assertThat(after(
                        Shop.overriddenForSegment(21, 0),
                        Shop.overriddenForSegment(22, 1),
                        Shop.overriddenForSegment(23, 2),
                        new SegmentOverrideRemoved(Shop.LIVE, Shop.BASKET, 21)))
                .containsExactly("22 at 0", "23 at 1");
    }

    @Test
    void aDeletedSegmentLeavesAGap() {
        assertThat(after(
                        Shop.overriddenForSegment(21, 0),
                        Shop.overriddenForSegment(22, 1),
                        Shop.overriddenForSegment(23, 2),
                        new SegmentDeleted(22)))
                .containsExactly("21 at 0", "23 at 2");
        assertThat(order().next()).isEqualTo(3);
    }

    @Test
    void aGapCanBeFilledWithoutMoves() {
        assertThat(after(
                        Shop.overriddenForSegment(21, 0),
                        Shop.overriddenForSegment(22, 1),
                        Shop.overriddenForSegment(23, 2),
                        new SegmentDeleted(22),
                        Shop.overriddenForSegment(24, 1)))
                .containsExactly("21 at 0", "24 at 1", "23 at 2");
    }

    @Test
    void oneOverrideMovesPastTheOthers() {
        assertThat(ordered(Map.of(23, 0))).containsExactly("23 at 0", "21 at 1", "22 at 2");
        assertThat(ordered(Map.of(23, 2))).containsExactly("21 at 0", "22 at 1", "23 at 2");
        assertThat(ordered(Map.of(22, 7))).containsExactly("21 at 0", "23 at 1", "22 at 7");
    }

    @Test
    void allOverridesMoveToTheirPriorities() {
        assertThat(ordered(Map.of(21, 2, 22, 0, 23, 1))).containsExactly("22 at 0", "23 at 1", "21 at 2");
        assertThat(ordered(Map.of(21, 5, 23, 2))).containsExactly("22 at 0", "23 at 2", "21 at 5");
    }

    @Test
    void segmentsWithoutAPriorityGetNone() {
        assertThat(ordered(Map.of(24, 0))).containsExactly("21 at 0", "22 at 1", "23 at 2");
    }

    @Test
    void theLargestPriorityIsShared() {
        int last = Integer.MAX_VALUE;

        assertThat(after(Shop.overriddenForSegment(21, last), Shop.overriddenForSegment(22, 0)))
                .containsExactly("22 at 0", "21 at " + last);
        assertThat(order().next()).isEqualTo(last);
    }

    private List<String> ordered(Map<Integer, Integer> priorities) {
        return after(
                Shop.overriddenForSegment(21, 0),
                Shop.overriddenForSegment(22, 1),
                Shop.overriddenForSegment(23, 2),
                SegmentsOrdered.of(Shop.LIVE, Shop.BASKET, priorities));
    }

    @Test
    void aPriorityIsKeptUntilTheStateIsCreated() {
        after(Shop.placed(21, 0), Shop.overriddenForSegment(22, 1));
        assertThat(order().withState()).extracting(SegmentOverride::segmentId).containsExactly(22);

        assertThat(after(Shop.overriddenForSegment(21, 0))).containsExactly("21 at 0", "22 at 1");
        assertThat(order().withState()).extracting(SegmentOverride::segmentId).containsExactly(21, 22);
    }

    @Test
    void aStateCanBeCreatedWithAPriority() {
        assertThat(after(
                        Shop.placed(21, 0),
                        Shop.overriddenForSegment(22, 1),
                        Shop.overriddenForSegment(23, 2),
                        Shop.overriddenForSegment(21, 1)))
                .containsExactly("22 at 0", "21 at 1", "23 at 2");
    }

    @Test
    void priorityZeroIsTheHighest() {
        assertThat(SegmentOrder.EMPTY.next()).isZero();
    }

    private List<String> after(LedgerEvent... events) {
        history.then(events);
        return order().inOrder().stream()
                .map(override -> override.segmentId() + " at " + override.priority())
                .toList();
    }

    private SegmentOrder order() {
        return history.state()
                .environment(Shop.LIVE)
                .orElseThrow()
                .flag(Shop.BASKET)
                .order();
    }
}
