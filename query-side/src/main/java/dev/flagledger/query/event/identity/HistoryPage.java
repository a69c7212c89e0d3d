package dev.flagledger.query.event.identity;

import dev.flagledger.contract.paging.PageLink;
import dev.flagledger.contract.view.WireTime;
import jakarta.servlet.http.HttpServletRequest;
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

    /** The newest of these entries. */
    static HistoryPage of(HttpServletRequest request, Stream<HistoryEntry> entries, int size) {
        var all = entries.sorted(HistoryEntry.NEWEST_FIRST).toList();
        if (all.size() <= size) {
            return new HistoryPage(null, written(all));
        }
        var last = all.get(size - 1).at();
        var page = all.stream().takeWhile(entry -> !entry.at().isBefore(last)).toList();
        return new HistoryPage(
                page.size() < all.size() ? PageLink.of(request, Map.of("until", WireTime.rest(last))) : null,
                written(page));
    }

    private static List<HistoryView> written(List<HistoryEntry> entries) {
        return entries.stream().map(entry -> entry.view().get()).toList();
    }
}
