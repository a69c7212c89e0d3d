package dev.flagledger.webhook.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.TurnedClock;
import dev.flagledger.webhook.sending.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits for a receiver is bounded, at most one for each identity, and never two of one identity at once. */
class ReceiverLineTest {

    private static final Outcome DELIVERED = new Outcome.Answered(200);
    private static final Outcome FAILED = new Outcome.Answered(500);

    private final TurnedClock clock = new TurnedClock();
    private final AtomicInteger ofNode = new AtomicInteger();
    private final List<Fate> fates = new ArrayList<>();
    private final ReceiverLine line = new ReceiverLine(ofNode, 2, Duration.ofSeconds(1), clock, fates::add);

    @Test
    void theLatestOfAnIdentityTakesThePlaceOfTheOneThatWaits() {
        add("ana", "bo");
        var latest = evaluation("ana");
        line.add(latest);

        assertThat(line.size()).isEqualTo(2);
        assertThat(taken().payload()).isSameAs(latest.payload());
        assertThat(taken().identifier()).isEqualTo("bo");
        assertThat(fates).containsExactly(Fate.REPLACED);
    }

    @Test
    void ofAnIdentityThatIsUnderWayNothingIsSentBeside() {
        add("ana");
        var sent = taken();
        add("ana");

        assertThat(next()).isNull();

        line.conclude(sent, DELIVERED);
        assertThat(taken().identifier()).isEqualTo("ana");
    }

    @Test
    void thereAreOnlyAsManyCouriersAsThereIsWorkAndNoneTooMany() {
        assertThat(line.enlist()).isFalse();
        add("ana");
        assertThat(line.enlist()).isTrue();
        assertThat(line.enlist()).isFalse();
        add("bo", "cy");
        assertThat(line.enlist()).isTrue();
        assertThat(line.enlist()).as("two at once").isFalse();
    }

    @Test
    void aReceiverThatFailsIsSentOneAtATimeAfterPausesThatDouble() {
        add("ana", "bo", "cy");
        line.enlist();
        line.enlist();
        line.conclude(Objects.requireNonNull(line.next()), FAILED);
        assertThat(line.pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(line.next()).as("for the second courier").isNull();

        line.conclude(Objects.requireNonNull(line.next()), FAILED);
        assertThat(line.pause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(line.enlist()).isFalse();
    }

    @Test
    void anEvaluationIsTriedThreeTimesWithOneId() {
        add("ana");
        var ids = new ArrayList<String>();
        for (int attempt = 0; attempt < 3; attempt++) {
            var sent = taken();
            ids.add(sent.id());
            line.conclude(sent, FAILED);
        }

        assertThat(ids).hasSize(3).containsOnly(ids.getFirst());
        assertThat(next()).isNull();
        assertThat(fates).containsExactly(Fate.RETRIED, Fate.RETRIED, Fate.GIVEN_UP);
        assertThat(ofNode).hasValue(0);
    }

    @Test
    void theReceiverIsLeftAloneAsLongAsItAsks() {
        add("ana");
        line.conclude(taken(), new Outcome.Answered(429, Duration.ofMinutes(20)));
        assertThat(line.pause()).isEqualTo(Duration.ofMinutes(20));

        line.conclude(taken(), new Outcome.Answered(410));
        assertThat(line.pause()).isEqualTo(Duration.ofHours(1));

        line.conclude(taken(), DELIVERED);
        assertThat(line.pause()).isEqualTo(Duration.ZERO);
    }

    @Test
    void theOldestIsDroppedIfTooManyWait() {
        for (int identity = 0; identity < ReceiverLine.MOST + 5; identity++) {
            add("user-" + identity);
        }

        assertThat(line.size()).isEqualTo(ReceiverLine.MOST);
        assertThat(ofNode).hasValue(ReceiverLine.MOST);
        assertThat(fates).hasSize(5).containsOnly(Fate.DROPPED);
        assertThat(taken().identifier()).isEqualTo("user-5");
    }

    @Test
    void aNodeThatIsFullTakesNothingMore() {
        add("ana");
        ofNode.set(ReceiverLine.MOST_OF_NODE);
        add("bo");
        assertThat(line.size()).as("in the place of its own oldest").isEqualTo(1);

        taken();
        ofNode.set(ReceiverLine.MOST_OF_NODE);
        add("cy");
        assertThat(line.size()).isZero();
        assertThat(ofNode).hasValue(ReceiverLine.MOST_OF_NODE);
    }

    @Test
    void whatHasWaitedForTooLongIsNoNewsAnyMore() {
        add("ana");
        clock.turn(Duration.ofMinutes(10));
        add("bo");
        clock.turn(Duration.ofMinutes(6));

        assertThat(taken().identifier()).isEqualTo("bo");
        assertThat(fates).containsExactly(Fate.EXPIRED);
    }

    private void add(String... identifiers) {
        for (var identifier : identifiers) {
            line.add(evaluation(identifier));
        }
    }

    private Evaluation evaluation(String identifier) {
        return new Evaluation(identifier, clock.instant(), () -> {
            throw new AssertionError(identifier);
        });
    }

    private Evaluation taken() {
        return Objects.requireNonNull(next());
    }

    /** As a courier who is enlisted for one evaluation. */
    private @Nullable Evaluation next() {
        line.enlist();
        return line.next();
    }
}
