package dev.flagledger.query.event.identity;

import dev.flagledger.contract.paging.PageLink;
import dev.flagledger.contract.view.WireTime;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a history, newest first. It is longer than asked for where further entries have the time of the last one, so that a time
 * says where the next page begins; and shorter, or empty, where few of many reports match.
 *
 * @param next the URL of what is older; null if nothing is
 */
record HistoryPage(@Nullable String next, List<HistoryView> results) {

    /** The newest of these entries, of which at most this many are asked for. */
    static HistoryPage of(HttpServletRequest request, HistoryPart part, int size) {
        var all = part.entries().sorted(HistoryEntry.NEWEST_FIRST).toList();
        if (all.size() <= size) {
            return new HistoryPage(next(request, part.from()), written(all));
        }
        var last = all.get(size - 1).at();
        var page = all.stream().takeWhile(entry -> !entry.at().isBefore(last)).toList();
        return new HistoryPage(next(request, page.size() < all.size() ? last : part.from()), written(page));
    }

    private static @Nullable String next(HttpServletRequest request, @Nullable Instant until) {
        return until == null ? null : PageLink.of(request, Map.of("until", WireTime.rest(until)));
    }

    private static List<HistoryView> written(List<HistoryEntry> entries) {
        return entries.stream().map(entry -> entry.view().get()).toList();
    }
}
