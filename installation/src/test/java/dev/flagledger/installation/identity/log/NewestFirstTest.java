package dev.flagledger.installation.identity.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.installation.identity.log.IdentityHistory.Wanted;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.ledger.log.stream.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewestFirstTest {

    private static final int PART = 3;

    private final List<Long> asked = new ArrayList<>();

    @Test
    void noMoreIsReadThanIsNeededByAnyOrderOfTheClocks() {
        var found = read(20, Duration.ofHours(1), 4);

        assertThat(found).containsExactly(19L, 18L, 17L, 16L, 15L, 14L);
        assertThat(asked).containsExactly(Long.MAX_VALUE, 17L);
    }

    @Test
    void whatIsAboutAsOldIsReadToo() {
        assertThat(read(20, Duration.ofMinutes(2), 4)).hasSize(12).endsWith(8L);
    }

    @Test
    void aShortHistoryIsReadToItsBeginning() {
        assertThat(read(5, Duration.ofHours(1), 5)).containsExactly(4L, 3L, 2L, 1L, 0L);
        assertThat(read(0, Duration.ofHours(1), 5)).isEmpty();
        assertThat(asked).containsExactly(Long.MAX_VALUE, 2L, Long.MAX_VALUE);
    }

    @Test
    void onlySomeEventsCount() {
        var found = IdentityHistory.newestFirst(
                before -> part(20, before, Duration.ofHours(1)),
                new Wanted(null, null, event -> event.sequence() % 5 == 0, 1));

        assertThat(found).extracting(StreamEvent::sequence).endsWith(8L);
    }

    @Test
    void whatIsTooOldIsNotRead() {
        var from = Instant.EPOCH.plus(Duration.ofHours(12));

        var found = IdentityHistory.newestFirst(
                before -> part(20, before, Duration.ofHours(1)), new Wanted(from, null, _ -> false, 1));

        assertThat(found).extracting(StreamEvent::sequence).endsWith(11L);
    }

    @Test
    void aLongHistoryOfWhichNothingCountsIsNotReadAsAWhole() {
        assertThat(unwanted(Duration.ofHours(1), null)).hasSize(10_002);
    }

    /** Otherwise the next part would be the same. */
    @Test
    void atLeastWhatIsAboutAsOldIsReadOfALongHistory() {
        assertThat(unwanted(Duration.ofMillis(50), null)).hasSize(12_003);
        assertThat(unwanted(Duration.ofMillis(50), Instant.EPOCH.plus(Duration.ofMillis(50 * 18_000))))
                .hasSize(14_001);
    }

    /** What is read of 20,000 events. */
    private List<StreamEvent> unwanted(Duration pause, @Nullable Instant until) {
        return IdentityHistory.newestFirst(
                before -> part(20_000, before, pause), new Wanted(null, until, _ -> false, 1));
    }

    private List<Long> read(int length, Duration pause, int count) {
        var wanted = new Wanted(null, null, _ -> true, count);
        return IdentityHistory.newestFirst(before -> part(length, before, pause), wanted).stream()
                .map(StreamEvent::sequence)
                .toList();
    }

    private List<StreamEvent> part(int length, long before, Duration pause) {
        asked.add(before);
        long end = Math.min(length, before);
        return LongStream.iterate(end - 1, sequence -> sequence >= Math.max(0, end - PART), sequence -> sequence - 1)
                .mapToObj(sequence -> new StreamEvent(
                        new UUID(0, sequence),
                        sequence,
                        Instant.EPOCH.plus(pause.multipliedBy(sequence)),
                        Attribution.SYSTEM,
                        "event " + sequence))
                .toList();
    }
}
