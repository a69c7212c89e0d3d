package dev.flagledger.command.revert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.state.flag.SegmentOrder;
import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pcollections.IntTreePMap;

class OverrideOrderTest {

    @Test
    void theOrderOfThenIsThatOfItsPriorities() {
        assertThat(new OverrideOrder(List.of(at(8, 0), at(9, 4)), order(), List.of()).former())
                .isEqualTo(Map.of(8, 0, 9, 4));
    }

    @Test
    void aRemovalMovesTheNextOnesUp() {
        var now = order(at(8, 0), at(9, 1), at(10, 2), at(11, 3));

        assertThat(new OverrideOrder(List.of(), now, List.of(8, 10)).resulting())
                .isEqualTo(Map.of(9, 0, 11, 1));
    }

    @Test
    void aNewOverrideComesLast() {
        var order = new OverrideOrder(List.of(at(8, 0), at(9, 1), at(10, 2)), order(at(9, 5)), List.of());

        assertThat(order.resulting()).isEqualTo(Map.of(9, 5, 8, 6, 10, 7));
    }

    @Test
    void anOverrideThatIsMadeAnewComesLastToo() {
        var order = new OverrideOrder(List.of(at(8, 0), at(9, 1)), order(at(8, 0), at(9, 1)), List.of(8));

        assertThat(order.resulting()).isEqualTo(Map.of(9, 0, 8, 1));
    }

    @Test
    void theFirstOverrideHasThePriorityZero() {
        assertThat(new OverrideOrder(List.of(at(8, 7)), order(), List.of()).resulting())
                .isEqualTo(Map.of(8, 0));
    }

    private static SegmentOrder order(SegmentOverride... overrides) {
        var bySegment = Stream.of(overrides).collect(Collectors.toMap(SegmentOverride::segmentId, Function.identity()));
        return new SegmentOrder(IntTreePMap.from(bySegment));
    }

    private static SegmentOverride at(int segment, int priority) {
        return new SegmentOverride(segment, segment + 100, new UUID(0, segment), priority, null);
    }
}
