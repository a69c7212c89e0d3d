package dev.flagledger.installation.identity.log;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.ledger.log.stream.StreamEvent;
import dev.flagledger.ledger.log.stream.StreamLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what has become of an identity, event by event. */
@Component
public final class IdentityHistory {

    private static final int PART = 1_000;

    /** What is read beyond the number that is needed, in the hope that it is old enough. */
    private static final int MARGIN = 50;

    /** What is read at most, unless all of it is of about one time, when few of many events count. */
    private static final int MOST = 10_000;

    /** Sequence numbers ascend with the times but for less than this. */
    private static final Duration DISORDER = Duration.ofMinutes(10);

    private static final List<String> NAMING = Stream.of(IdentityCreated.class, IdentityRenamed.class)
            .flatMap(type -> EventCatalogue.namesOf(type).stream())
            .toList();

    private final StreamLog log;

    IdentityHistory(StreamLog log) {
        this.log = log;
    }

    /**
     * Which events are wanted: the newest of some.
     *
     * @param from those at or after this instant; null for any time
     * @param until those before this instant; null for any time
     * @param counted selects what counts
     * @param count how many are needed
     */
    public record Wanted(@Nullable Instant from, @Nullable Instant until, Predicate<StreamEvent> counted, int count) {

        private boolean counts(StreamEvent event) {
            return counted.test(event) && (until == null || event.at().isBefore(until));
        }

        private boolean isAfter(StreamEvent last) {
            return from != null && last.at().isBefore(from.minus(DISORDER));
        }
    }

    /**
     * Some newest events of an identity, in order.
     *
     * @param from each event at or after this instant is among them; null if they begin with the first
     */
    public record Part(List<IdentityStep> steps, @Nullable Instant from) {}

    /** Returns whether the identity exists in this environment, or has existed. */
    public boolean includes(int environmentId, int identityId) {
        return !log.newest(IdentityCommand.streamOf(environmentId, identityId), Long.MAX_VALUE, null, 1)
                .isEmpty();
    }

    /** Returns the last identifier of an identity, also of a deleted one; empty if it never existed in this environment. */
    public Optional<String> lastIdentifier(int environmentId, int identityId) {
        return log.newest(IdentityCommand.streamOf(environmentId, identityId), Long.MAX_VALUE, NAMING)
                .map(IdentityHistory::identifier);
    }

    /**
     * Returns the newest events of an identity, of which those that count are wanted; none if it never existed in this environment.
     * There may be fewer than needed where few of many count; the part then begins before {@link Wanted#until()} all the same. The
     * whole history is read only for traits that are set for the first time, and for a deletion.
     */
    public Part newest(int environmentId, int identityId, Wanted wanted) {
        var stream = IdentityCommand.streamOf(environmentId, identityId);
        var bound = wanted.until() == null ? null : wanted.until().plus(DISORDER);
        int first = Math.min(wanted.count(), PART - MARGIN) + MARGIN;
        var found = newestFirst(
                before -> log.newest(stream, before, bound, before == Long.MAX_VALUE ? first : PART), wanted);
        boolean complete = found.isEmpty() || found.getLast().sequence() == 0;
        return new Part(
                steps(environmentId, identityId, found),
                complete ? null : found.getLast().at().plus(DISORDER));
    }

    /**
     * Reads events in parts from the last to the first, until there are enough, or as many as may be read. If there are more than
     * are needed, at least one older than these is read as well, and all that have the time of one of these.
     *
     * @param parts returns the next events before a sequence number, from the last to the first
     */
    static List<StreamEvent> newestFirst(LongFunction<List<StreamEvent>> parts, Wanted wanted) {
        var found = new ArrayList<StreamEvent>();
        var times = new ArrayList<Instant>();
        var part = parts.apply(Long.MAX_VALUE);
        while (!part.isEmpty()) {
            found.addAll(part);
            part.stream().filter(wanted::counts).map(StreamEvent::at).forEach(times::add);
            var last = part.getLast();
            if (last.sequence() == 0
                    || wanted.isAfter(last)
                    || isEnough(last, times, wanted.count())
                    || isTooMuch(found, wanted.until())) {
                break;
            }
            part = parts.apply(last.sequence());
        }
        return found;
    }

    private static boolean isEnough(StreamEvent last, List<Instant> times, int count) {
        return times.size() > count && last.at().isBefore(times.get(count - 1).minus(DISORDER));
    }

    /** A part that is shorter than needed begins before its end, so that the next one is another. */
    private static boolean isTooMuch(List<StreamEvent> found, @Nullable Instant until) {
        var end = until == null ? found.getFirst().at() : until;
        return found.size() >= MOST && found.getLast().at().isBefore(end.minus(DISORDER));
    }

    /** Returns the steps of successive events, which are given from the last to the first. */
    List<IdentityStep> steps(int environmentId, int identityId, List<StreamEvent> newestFirst) {
        var steps = new ArrayList<IdentityStep>();
        var state = newestFirst.isEmpty()
                ? Optional.<IdentityState>empty()
                : stateBefore(newestFirst, environmentId, identityId);
        for (var recorded : newestFirst.reversed()) {
            var event = (IdentityEvent) recorded.event();
            var after = IdentityFold.after(state, event);
            steps.add(new IdentityStep(
                    recorded.id(), recorded.sequence(), recorded.at(), recorded.by(), event, state, after));
            state = after;
        }
        return List.copyOf(steps);
    }

    private Optional<IdentityState> stateBefore(List<StreamEvent> later, int environmentId, int identityId) {
        long before = later.getLast().sequence();
        if (before == 0) {
            return Optional.empty();
        }
        var stream = IdentityCommand.streamOf(environmentId, identityId);
        var identifier = identifier(log.newest(stream, before, NAMING).orElseThrow());
        var traits = new EarlierTraits(
                later.stream().map(event -> (IdentityEvent) event.event()).toList());
        long next = before;
        while (next > 0 && !traits.areFound()) {
            var part = log.newest(stream, next, null, PART);
            part.forEach(event -> traits.add((IdentityEvent) event.event()));
            next = part.getLast().sequence();
        }
        return Optional.of(new IdentityState(environmentId, identityId, identifier, before - 1, traits.found()));
    }

    private static String identifier(StreamEvent naming) {
        return naming.event() instanceof IdentityRenamed renamed
                ? renamed.identifier()
                : ((IdentityCreated) naming.event()).identifier();
    }
}
