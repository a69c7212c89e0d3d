package dev.flagledger.query.event.ask;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A query as text, for those who read what was asked. Not encoded, so that the names of people are found in it. */
final class FilterText {

    private FilterText() {}

    static String of(EventQuery query) {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        var objects = query.objects();
        parts.put("from", query.time().from());
        parts.put("until", query.time().until());
        parts.put("actor", query.actor());
        parts.put("type", query.type());
        parts.put("action", query.action() == null ? null : query.action().wireName());
        parts.put("object", objects.object());
        parts.put("project", objects.project());
        parts.put("environment", objects.environment());
        parts.put("feature", objects.feature());
        parts.put("segment", objects.segment());
        parts.put("identity", objects.identity());
        parts.put("search", query.search().isEmpty() ? null : query.search());
        parts.put("request", query.request());
        parts.put("after", query.cursor().after());
        parts.put("before", query.cursor().before());
        parts.put("limit", query.limit());
        parts.values().removeIf(value -> value == null);
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(joining("&"));
    }
}
