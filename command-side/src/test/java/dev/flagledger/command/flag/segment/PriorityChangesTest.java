package dev.flagledger.command.flag.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FlagEvent.SegmentPlaced;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.engine.state.flag.Flag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PriorityChangesTest {

    private static final int BETA = 8;
    private static final int STAFF = 9;
    private static final UUID SOME = new UUID(0, 1);
    private static final Flag FLAG = Flag.of(
                    new InitialState(4, 5, 105, SOME, new Setting(false, FeatureValue.NONE), List.of()), Instant.EPOCH)
            .evolve(new SegmentPlaced(4, 5, BETA, 61, SOME, 0), Instant.EPOCH);

    @Test
    void nobodyMovesWhoStandsRight() {
        assertThat(PriorityChanges.of(FLAG, Map.of())).isEmpty();
        assertThat(PriorityChanges.of(FLAG, Map.of(BETA, 0))).isEmpty();
    }

    @Test
    void ifOneMovesAllStandAsAsked() {
        assertThat(PriorityChanges.of(FLAG, Map.of(BETA, 1))).isEqualTo(Map.of(BETA, 1));
        assertThat(PriorityChanges.of(FLAG, Map.of(BETA, 0, STAFF, 1))).isEqualTo(Map.of(BETA, 0, STAFF, 1));
    }
}
