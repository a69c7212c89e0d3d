package dev.flagledger.webhook.evaluation;

import dev.flagledger.webhook.sending.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The evaluations that wait for one receiver, at most one for each identity, and what is known of the receiver. A receiver that fails is
 * sent one at a time, after pauses that double.
 */
final class ReceiverLine {

    /** Of one receiver. */
    static final int MOST = 1_000;

    /** Of all receivers of a node. */
    static final int MOST_OF_NODE = 10_000;

    private static final int TRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration GONE = Duration.ofHours(1);
    private static final Duration TOO_OLD = Duration.ofMinutes(15);

    private final SequencedMap<String, Evaluation> waiting = new LinkedHashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private final AtomicInteger ofNode;
    private final int atOnce;
    private final Duration firstPause;
    private final Clock clock;
    private final Consumer<Fate> meter;
    private int couriers;
    private int failures;
    private Instant notBefore = Instant.MIN;

    /**
     * @param ofNode counts what waits for all receivers
     * @param atOnce how many are sent at once to a receiver that is well
     */
    ReceiverLine(AtomicInteger ofNode, int atOnce, Duration firstPause, Clock clock, Consumer<Fate> meter) {
        this.ofNode = ofNode;
        this.atOnce = atOnce;
        this.firstPause = firstPause;
        this.clock = clock;
        this.meter = meter;
    }

    /** Lets an evaluation wait, in the place of an earlier one of its identity, and of the oldest one if there are too many. */
    synchronized void add(Evaluation evaluation) {
        if (waiting.replace(evaluation.identifier(), evaluation) != null) {
            meter.accept(Fate.REPLACED);
            return;
        }
        if (waiting.size() >= MOST || ofNode.get() >= MOST_OF_NODE) {
            meter.accept(Fate.DROPPED);
            if (waiting.pollFirstEntry() == null) {
                return;
            }
            ofNode.decrementAndGet();
        }
        waiting.put(evaluation.identifier(), evaluation);
        ofNode.incrementAndGet();
    }

    /** Returns whether there is work for another courier, which is then counted. */
    synchronized boolean enlist() {
        if (couriers >= Math.min(most(), waiting.size() + underWay.size())) {
            return false;
        }
        couriers++;
        return true;
    }

    /** Returns how long to leave the receiver alone; zero or less for not at all. */
    synchronized Duration pause() {
        return notBefore.equals(Instant.MIN) ? Duration.ZERO : Duration.between(clock.instant(), notBefore);
    }

    /** Returns what to send next; null if there is nothing for this courier, who is dismissed then. */
    synchronized @Nullable Evaluation next() {
        if (couriers <= most()) {
            var entries = waiting.values().iterator();
            while (entries.hasNext()) {
                var first = entries.next();
                if (underWay.contains(first.identifier())) {
                    continue;
                }
                entries.remove();
                ofNode.decrementAndGet();
                if (first.at().plus(TOO_OLD).isAfter(clock.instant())) {
                    underWay.add(first.identifier());
                    return first.tried();
                }
                meter.accept(Fate.EXPIRED);
            }
        }
        couriers--;
        return null;
    }

    /** Follows an attempt. */
    synchronized void conclude(Evaluation sent, Outcome outcome) {
        underWay.remove(sent.identifier());
        if (outcome.delivered()) {
            failures = 0;
            notBefore = Instant.MIN;
            meter.accept(Fate.DELIVERED);
            return;
        }
        failures++;
        notBefore = clock.instant().plus(pauseAfter(outcome));
        if (sent.tries() >= TRIES) {
            meter.accept(Fate.GIVEN_UP);
        } else if (waiting.containsKey(sent.identifier())) {
            meter.accept(Fate.REPLACED);
        } else {
            waiting.putFirst(sent.identifier(), sent);
            ofNode.incrementAndGet();
            meter.accept(Fate.RETRIED);
        }
    }

    /** Forgets what waits, as the receiver is no more. */
    synchronized void close() {
        ofNode.addAndGet(-waiting.size());
        waiting.clear();
        couriers--;
    }

    synchronized int size() {
        return waiting.size();
    }

    private int most() {
        return failures == 0 ? atOnce : 1;
    }

    private Duration pauseAfter(Outcome outcome) {
        var doubled = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
        var own = outcome.gone() ? GONE : doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        var asked = outcome.retryAfter().compareTo(GONE) < 0 ? outcome.retryAfter() : GONE;
        return own.compareTo(asked) > 0 ? own : asked;
    }
}
