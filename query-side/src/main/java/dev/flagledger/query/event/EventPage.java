package dev.flagledger.query.event;

import dev.flagledger.contract.paging.PageLink;
import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventQuery;
import dev.flagledger.query.event.table.EventView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events. The list is not counted: it grows while it is read.
 *
 * @param next the URL of what follows; null if nothing does. After a position there is always more to come
 */
record EventPage(@Nullable String next, List<EventView> results) {

    /**
     * The page of a request.
     *
     * @param found the matching events, of which one more than the page's size shows that there are more
     */
    static EventPage of(HttpServletRequest request, EventQuery query, List<EventView> found) {
        boolean more = found.size() > query.page();
        var results = more ? found.subList(0, query.page()) : found;
        if (results.isEmpty()) {
            return new EventPage(query.cursor().ascends() ? link(request, query.cursor()) : null, results);
        }
        var past = query.cursor().past(results.getLast().position());
        return new EventPage(more || past.ascends() ? link(request, past) : null, results);
    }

    private static String link(HttpServletRequest request, EventCursor cursor) {
        var changed = new HashMap<String, @Nullable Object>();
        changed.put("after", cursor.after());
        changed.put("before", cursor.before());
        return PageLink.of(request, changed);
    }
}
