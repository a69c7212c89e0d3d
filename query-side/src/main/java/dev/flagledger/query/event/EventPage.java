package dev.flagledger.query.event;

import dev.flagledger.query.event.ask.EventCursor;
import dev.flagledger.query.event.ask.EventQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

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

    /** With the parameters of the request, sorted by name as in the links of other lists. */
    private static String link(HttpServletRequest request, EventCursor cursor) {
        var parameters = new TreeMap<>(request.getParameterMap());
        set(parameters, "after", cursor.after());
        set(parameters, "before", cursor.before());
        var link = ServletUriComponentsBuilder.fromRequestUri(request);
        if (!request.getRequestURI().endsWith("/")) {
            link.path("/");
        }
        parameters.forEach((name, values) -> link.queryParam(name, (Object[]) values));
        return link.encode().build().toUriString();
    }

    private static void set(TreeMap<String, String[]> parameters, String name, @Nullable Long position) {
        if (position == null) {
            parameters.remove(name);
        } else {
            parameters.put(name, new String[] {position.toString()});
        }
    }
}
