package dev.flagledger.webhook.delivery.attempt;

import dev.flagledger.webhook.delivery.attempt.Attempt.Next;
import dev.flagledger.webhook.delivery.lane.LeasedLane;
import dev.flagledger.webhook.sending.Outcome;
import dev.flagledger.webhook.sending.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Creates what tests of other packages need of this one, and records attempts that nobody made. */
public record TestAttempts(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {

    public CircuitTable circuits() {
        return new CircuitTable(jdbc, clock, notices());
    }

    public NoticeTable notices() {
        return new NoticeTable(jdbc, clock);
    }

    public AttemptRecorder recorder() {
        return new AttemptRecorder(jdbc, transaction, clock, circuits(), () -> {});
    }

    /** Records an attempt of the first delivery of a lane, which is then freed. */
    public void record(LeasedLane leased, Outcome outcome, Optional<Duration> retry) {
        var only = leased.complete() && leased.deliveries().size() == 1;
        record(leased, 0, outcome, retry, only ? Next.ENDED : Next.FREED);
    }

    /** Records an attempt that took five milliseconds until now. */
    public void record(LeasedLane leased, int turn, Outcome outcome, Optional<Duration> retry, Next next) {
        var took = Duration.ofMillis(5);
        var delivery = leased.deliveries().get(turn);
        var attempt = new Attempt(
                leased.lane(),
                turn,
                delivery,
                Reply.of(outcome),
                clock.instant().minus(took),
                took,
                retry,
                next);
        new AttemptTable(jdbc, transaction, clock, circuits()).record(List.of(attempt));
    }
}
