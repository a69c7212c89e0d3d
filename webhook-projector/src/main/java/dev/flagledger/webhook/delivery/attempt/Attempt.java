package dev.flagledger.webhook.delivery.attempt;

import dev.flagledger.webhook.delivery.lane.Delivery;
import dev.flagledger.webhook.delivery.lane.Lane;
import dev.flagledger.webhook.sending.Outcome;
import dev.flagledger.webhook.sending.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An attempt that has ended.
 *
 * @param lane the lane as it was leased
 * @param turn the position of the delivery in the lane, from 0
 * @param startedAt by the clock of the node
 * @param took the duration
 * @param retry the delay before the next attempt of the delivery; empty if there is none, ignored after a probe
 * @param next what becomes of the lane
 */
public record Attempt(
        Lane lane,
        int turn,
        Delivery delivery,
        Reply reply,
        Instant startedAt,
        Duration took,
        Optional<Duration> retry,
        Next next) {

    /** What becomes of a lane. */
    public enum Next {

        /** This node goes on with the delivery behind this one. */
        KEPT,

        /** Any node goes on. */
        FREED,

        /** Nothing was behind this delivery. */
        ENDED
    }

    Outcome outcome() {
        return reply.outcome();
    }

    /** The number of the attempt in the schedule, from 1. */
    int step() {
        return turn == 0 ? lane.attempt() : 1;
    }

    /** The attempts that the schedule has counted after this one, which does not count if this node gave it up. */
    int counted() {
        return abandoned() && !probed() ? step() - 1 : step();
    }

    boolean abandoned() {
        return outcome() instanceof Outcome.Abandoned;
    }

    /** Whether the delivery was not due. */
    boolean probed() {
        return turn == 0 && lane.probe();
    }

    /** Whether no further attempt follows. */
    boolean over() {
        return outcome().delivered() || retry.isEmpty();
    }

    /** The status of the delivery after this attempt. */
    String status() {
        return outcome().delivered() ? "delivered" : over() ? "failed" : "pending";
    }
}
