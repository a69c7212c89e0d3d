package dev.flagledger.installation.identity.log;

import dev.flagledger.ledger.log.stream.StreamEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** Reads a stream in parts from its end, until there are enough events. */
final class NewestEvents {

    /** Sequence numbers ascend with the times but for less than this. */
    static final Duration DISORDER = Duration.ofMinutes(10);

    private NewestEvents() {}

    /**
     * Returns the events from the last to the first.
     *
     * @param parts returns the next events before a sequence number, from the last to the first
     * @param counted selects what counts
     * @param count how many are needed. If there are more, at least one older than these is read as well, and all that have
     *     the time of one of these
     */
    static List<StreamEvent> of(LongFunction<List<StreamEvent>> parts, Predicate<StreamEvent> counted, int count) {
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
}
