package dev.flagledger.command.revert.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.engine.state.flag.SegmentOverride;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OverrideOrderTest {

    @Test
    void theOrderOfThenIsThatOfItsPriorities() {
        assertThat(new OverrideOrder(List.of(at(8, 0), at(9, 4)), List.of(), List.of()).former())
                .isEqualTo(Map.of(8, 0, 9, 4));
    }

    @Test
    void aRemovalMovesTheNextOnesUp() {
        var now = List.of(at(8, 0), at(9, 1), at(10, 2), at(11, 3));

        assertThat(new OverrideOrder(List.of(), now, List.of(8, 10)).resulting())
                .isEqualTo(Map.of(9, 0, 11, 1));
    }

    @Test
    void aNewOverrideComesLast() {
        var order = new OverrideOrder(List.of(at(8, 0), at(9, 1), at(10, 2)), List.of(at(9, 5)), List.of());

        assertThat(order.resulting()).isEqualTo(Map.of(9, 5, 8, 6, 10, 7));
    }

    @Test
    void anOverrideThatIsMadeAnewComesLastToo() {
        var order = new OverrideOrder(List.of(at(8, 0), at(9, 1)), List.of(at(8, 0), at(9, 1)), List.of(8));

        assertThat(order.resulting()).isEqualTo(Map.of(9, 0, 8, 1));
    }

    @Test
    void theFirstOverrideHasThePriorityZero() {
        assertThat(new OverrideOrder(List.of(at(8, 7)), List.of(), List.of()).resulting())
                .isEqualTo(Map.of(8, 0));
    }

    private static SegmentOverride at(int segment, int priority) {
        return new SegmentOverride(segment, segment + 100, new UUID(0, segment), priority, null);
    }
}
