package dev.flagledger.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Three segments, 1 to 3, at the places 0 to 2. */
class SegmentOrderTest {

    private static final SegmentOrder ORDER =
            SegmentOrder.EMPTY.insert(at(1, 0)).insert(at(2, 1)).insert(at(3, 2));

    @Test
    void whoComesInPushesTheOthersDown() {
        assertThat(places(ORDER.insert(at(4, 1)))).isEqualTo(Map.of(1, 0, 4, 1, 2, 2, 3, 3));
        assertThat(places(ORDER.insert(at(4, 9)))).isEqualTo(Map.of(1, 0, 2, 1, 3, 2, 4, 9));
    }

    @Test
    void whoGoesOutLetsTheOthersMoveUp() {
        assertThat(places(ORDER.remove(1))).isEqualTo(Map.of(2, 0, 3, 1));
        assertThat(places(ORDER.forget(1))).isEqualTo(Map.of(2, 1, 3, 2));
    }

    @Test
    void aSingleOneMovesPastTheOthers() {
        assertThat(places(ORDER.ordered(Map.of(3, 0)))).isEqualTo(Map.of(3, 0, 1, 1, 2, 2));
        assertThat(places(ORDER.ordered(Map.of(1, 2)))).isEqualTo(Map.of(2, 0, 3, 1, 1, 2));
        assertThat(places(ORDER.ordered(Map.of(2, 7)))).isEqualTo(Map.of(1, 0, 3, 1, 2, 7));
    }

    @Test
    void allGoWhereTheyAreTold() {
        assertThat(places(ORDER.ordered(Map.of(1, 2, 2, 0, 3, 1)))).isEqualTo(Map.of(1, 2, 2, 0, 3, 1));
        assertThat(places(ORDER.ordered(Map.of(1, 5, 3, 2)))).isEqualTo(Map.of(2, 0, 3, 2, 1, 5));
    }

    @Test
    void strangersDoNotMatter() {
        assertThat(ORDER.ordered(Map.of(9, 0))).isEqualTo(ORDER);
    }

    @Test
    void behindTheLastPlaceThereIsNoOther() {
        var full = ORDER.insert(at(4, Integer.MAX_VALUE));

        assertThat(full.next()).isEqualTo(Integer.MAX_VALUE);
        assertThat(places(full.insert(at(5, 0)))).containsEntry(4, Integer.MAX_VALUE);
    }

    private static SegmentOverride at(int segmentId, int priority) {
        return new SegmentOverride(segmentId, segmentId, new UUID(0, segmentId), priority, null);
    }

    private static Map<Integer, Integer> places(SegmentOrder order) {
        var places = new TreeMap<Integer, Integer>();
        order.bySegment().values().forEach(override -> places.put(override.segmentId(), override.priority()));
        return places;
    }
}
