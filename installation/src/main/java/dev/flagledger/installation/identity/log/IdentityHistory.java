package dev.flagledger.installation.identity.log;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.identity.IdentityCommand;
import dev.flagledger.ledger.log.Attribution;
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

    /** Sequence numbers ascend with the times but for less than this. */
    private static final Duration DISORDER = Duration.ofMinutes(10);

    private static final List<String> NAMING = Stream.of(IdentityCreated.class, IdentityRenamed.class)
            .flatMap(type -> EventCatalogue.namesOf(type).stream())
            .toList();

    private final StreamLog log;

    IdentityHistory(StreamLog log) {
        this.log = log;
    }

    /** Returns whether the identity exists in this environment, or has existed. */
    public boolean includes(int environmentId, int identityId) {
        return !log.newest(IdentityCommand.streamOf(environmentId, identityId), Long.MAX_VALUE, null, 1)
                .isEmpty();
    }

    /**
     * Returns the newest events of an identity, in order; none if it never existed in this environment. The whole history is
     * read only for traits that are set for the first time, and for a deletion.
     *
     * @param until the events before this instant are wanted, but some later ones may be among them; null for any time
     * @param counted selects by its sender what counts
     * @param count how many are needed. If there are more, at least one older than these is read as well, and all that have
     *     the time of one of these
     */
    public List<IdentityStep> newest(
            int environmentId, int identityId, @Nullable Instant until, Predicate<Attribution> counted, int count) {
        var stream = IdentityCommand.streamOf(environmentId, identityId);
        var bound = until == null ? null : until.plus(DISORDER);
        int size = Math.min(count, PART - MARGIN) + MARGIN;
        return steps(
                environmentId,
                identityId,
                newestFirst(
                        before -> log.newest(stream, before, bound, size),
                        event -> counted.test(event.by())
                                && (until == null || event.at().isBefore(until)),
                        count));
    }

    /**
     * Reads events in parts from the last to the first, until there are enough.
     *
     * @param parts returns the next events before a sequence number, from the last to the first
     * @param counted selects what counts
     * @param count how many are needed. If there are more, at least one older than these is read as well, and all that have
     *     the time of one of these
     */
    static List<StreamEvent> newestFirst(
            LongFunction<List<StreamEvent>> parts, Predicate<StreamEvent> counted, int count) {
        var found = new ArrayList<StreamEvent>();
        var times = new ArrayList<Instant>();
        var part = parts.apply(Long.MAX_VALUE);
        while (!part.isEmpty()) {
            found.addAll(part);
            part.stream().filter(counted).map(StreamEvent::at).forEach(times::add);
            var last = part.getLast();
            if (last.sequence() == 0 || isEnough(last, times, count)) {
                break;
            }
            part = parts.apply(last.sequence());
        }
        return found;
    }

    private static boolean isEnough(StreamEvent last, List<Instant> times, int count) {
        return times.size() > count && last.at().isBefore(times.get(count - 1).minus(DISORDER));
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
            steps.add(new IdentityStep(recorded.sequence(), recorded.at(), recorded.by(), event, state, after));
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
