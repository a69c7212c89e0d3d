package dev.flagledger.query.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class TallyTest {

    private static final int COUNTERS = 4;
    private static final int EACH = 50_000;

    private final Tally<Thing> tally = new Tally<>(Comparator.comparingInt(Thing::number));
    private final Map<Thing, Long> received = new HashMap<>();

    private record Thing(int number) {}

    @Test
    void noCountIsLostOrDuplicatedDuringADrain() {
        try (var counters =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (int counter = 0; counter < COUNTERS; counter++) {
                counters.execute(this::count);
            }
            for (int round = 0; round < 1_000; round++) {
                tally.drain(this::receive);
            }
        }
        tally.drain(this::receive);

        assertThat(received)
                .isEqualTo(Map.of(new Thing(0), (long) COUNTERS * EACH / 2, new Thing(1), (long) COUNTERS * EACH / 2));
    }

    @Test
    void countsAreRestoredIfTheReceiverFails() {
        tally.add(new Thing(7), 3);

        assertThatThrownBy(() -> tally.drain(_ -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        tally.add(new Thing(7), 2);
        tally.drain(this::receive);

        assertThat(received).isEqualTo(Map.of(new Thing(7), 5L));
    }

    @Test
    void drainedCountsAreNotDrainedAgain() {
        tally.add(new Thing(7), 3);
        tally.drain(this::receive);

        tally.drain(counts -> assertThat(counts).isEmpty());
        assertThat(received).isEqualTo(Map.of(new Thing(7), 3L));
    }

    private void count() {
        for (int count = 0; count < EACH; count++) {
            tally.add(new Thing(count % 2), 1);
        }
    }

    private void receive(Map<Thing, Long> counts) {
        counts.forEach((thing, count) -> received.merge(thing, count, Long::sum));
    }
}
