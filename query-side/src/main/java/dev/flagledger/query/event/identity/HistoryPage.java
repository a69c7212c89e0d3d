package dev.flagledger.query.event.identity;

import dev.flagledger.query.event.ask.NextLink;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a history, newest first. It is longer than asked for where further entries have the time of the last one, so that a time
 * says where the next page begins.
 *
 * @param next the URL of what is older; null if nothing is
 */
record HistoryPage(@Nullable String next, List<HistoryView> results) {

    private static final Comparator<HistoryView> NEWEST_FIRST =
            Comparator.comparing(HistoryView::instant).reversed();

    /** The first entries, of two lists that are each sorted by themselves, newest first. */
    static HistoryPage of(
            HttpServletRequest request, Stream<HistoryView> decided, Stream<HistoryView> reported, int size) {
        var all = Stream.concat(decided, reported).sorted(NEWEST_FIRST).toList();
        if (all.size() <= size) {
            return new HistoryPage(null, all);
        }
        Instant last = all.get(size - 1).instant();
        var page =
                all.stream().takeWhile(entry -> !entry.instant().isBefore(last)).toList();
        return new HistoryPage(
                page.size() < all.size()
                        ? NextLink.of(request, Map.of("until", page.getLast().at()))
                        : null,
                page);
    }
}
