package dev.flagledger.webhook.delivery;

import dev.flagledger.webhook.DeliverySettings;
import dev.flagledger.webhook.delivery.DeliveryMeters.Result;
import dev.flagledger.webhook.delivery.attempt.Attempt;
import dev.flagledger.webhook.delivery.attempt.Attempt.Next;
import dev.flagledger.webhook.delivery.attempt.AttemptRecorder;
import dev.flagledger.webhook.delivery.attempt.RetrySchedule;
import dev.flagledger.webhook.delivery.lane.Delivery;
import dev.flagledger.webhook.delivery.lane.Lane;
import dev.flagledger.webhook.delivery.lane.LeasedLane;
import dev.flagledger.webhook.sending.HttpSender;
import dev.flagledger.webhook.sending.Outcome;
import dev.flagledger.webhook.sending.Reply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the deliveries of a leased lane one after another, until one fails or the lease may not last for another. */
@Component
final class Courier {

    private final SigningSecrets secrets;
    private final HttpSender sender;
    private final RetrySchedule retries;
    private final AttemptRecorder recorder;
    private final DeliveryMeters meters;
    private final Clock clock;
    private final Duration deadline;

    Courier(
            SigningSecrets secrets,
            HttpSender sender,
            RetrySchedule retries,
            AttemptRecorder recorder,
            DeliveryMeters meters,
            Clock clock,
            DeliverySettings settings) {
        this.secrets = secrets;
        this.sender = sender;
        this.retries = retries;
        this.recorder = recorder;
        this.meters = meters;
        this.clock = clock;
        this.deadline = settings.deadline();
    }

    /** Makes the deliveries; blocks until they have ended. */
    void deliver(LeasedLane leased) {
        var lane = leased.lane();
        var next = Next.KEPT;
        for (int turn = 0; next == Next.KEPT; turn++) {
            var delivery = leased.deliveries().get(turn);
            // Not once for all: the others may have taken long.
            var keys = secrets.of(lane.webhookId(), lane.revision());
            var startedAt = clock.instant();
            long begun = System.nanoTime();
            var reply = sender.post(delivery.message(lane, keys, startedAt));
            var took = Duration.ofNanos(System.nanoTime() - begun);
            next = next(leased, turn, reply.outcome());
            end(lane, turn, delivery, reply, startedAt, took, next);
        }
    }

    private void end(Lane lane, int turn, Delivery delivery, Reply reply, Instant startedAt, Duration took, Next next) {
        var outcome = reply.outcome();
        var retry = retry(lane, turn, outcome);
        recorder.record(new Attempt(lane, turn, delivery, reply, startedAt, took, retry, next));
        meters.attempted(result(outcome, retry), took);
    }

    private Next next(LeasedLane leased, int turn, Outcome outcome) {
        if (turn == leased.deliveries().size() - 1) {
            return leased.complete() ? Next.ENDED : Next.FREED;
        }
        var lastStart = leased.lane().until().minus(deadline);
        return outcome.delivered() && clock.instant().isBefore(lastStart) ? Next.KEPT : Next.FREED;
    }

    /** Neither a probe nor what this node gave up is one of the attempts of the schedule, so it is never the last one. */
    private Optional<Duration> retry(Lane lane, int turn, Outcome outcome) {
        if (outcome instanceof Outcome.Abandoned) {
            return Optional.of(Duration.ZERO);
        }
        if (turn == 0 && lane.probe() && !outcome.gone()) {
            return Optional.of(Duration.ZERO);
        }
        return retries.waitAfter(turn == 0 ? lane.attempt() : 1, outcome);
    }

    private static Result result(Outcome outcome, Optional<Duration> retry) {
        if (outcome.delivered()) {
            return Result.DELIVERED;
        }
        return retry.isPresent() ? Result.RETRIED : Result.FAILED;
    }
}
