package dev.flagledger.query.event.ask;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query as text, for those who read what was asked. Of the values only what would make the text ambiguous is encoded, so that the names
 * of people are found in it.
 */
final class FilterText {

    private FilterText() {}

    /** All that a query asks. */
    static String of(EventQuery query) {
        var parts = parts(query);
        parts.putAll(objects(query.objects()));
        parts.put("search", query.search().isEmpty() ? null : query.search());
        return text(parts);
    }

    /** What admins of any organisation may read of a query: without text and objects, which may be those of another. */
    static String shared(EventQuery query) {
        return text(parts(query));
    }

    private static Map<String, @Nullable Object> parts(EventQuery query) {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        parts.put("from", query.time().from());
        parts.put("until", query.time().until());
        parts.put("actor", query.actor());
        parts.put("type", query.type());
        parts.put("action", query.action() == null ? null : query.action().wireName());
        parts.put("request", query.request());
        parts.put("after", query.cursor().after());
        parts.put("before", query.cursor().before());
        parts.put("limit", query.limit());
        return parts;
    }

    private static Map<String, @Nullable Object> objects(ObjectFilter objects) {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        parts.put("object", objects.object());
        parts.put("project", objects.project());
        parts.put("environment", objects.environment());
        parts.put("feature", objects.feature());
        parts.put("segment", objects.segment());
        parts.put("identity", objects.identity());
        return parts;
    }

    private static String text(Map<String, @Nullable Object> parts) {
        return parts.entrySet().stream()
                .filter(part -> Objects.nonNull(part.getValue()))
                .map(part -> part.getKey() + "=" + encoded(String.valueOf(part.getValue())))
                .collect(joining("&"));
    }

    private static String encoded(String value) {
        return value.replace("%", "%25").replace("&", "%26");
    }
}
