package dev.flagledger.query.event.ask;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.ParameterReader;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.row.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the query of a request. Unknown parameters are ignored; all errors are reported together. */
public final class EventParameters {

    private static final int MAX_WAIT = 30;

    /** Shorter texts are in no index, so that a search for one that does not occur would read all events. */
    private static final int MIN_SEARCH = 3;

    private static final String ACTOR_REQUIRED = "Enter a kind of actor, or a kind and an id, such as user:3.";
    private static final String LONGER_SEARCH_REQUIRED = "Ensure this field has at least 3 characters.";
    private static final String ACTION_REQUIRED = "Enter one of create, update, delete and other.";

    private static final List<String> OF_POSITIONS = List.of("after", "before", "wait");
    private static final String NO_POSITIONS = "This list has entries without positions. Continue it with until.";

    private EventParameters() {}

    /**
     * The query of a request.
     *
     * @param installation resolves prefixes of API keys
     * @throws InvalidInput if a parameter is invalid
     */
    public static EventQuery read(HttpServletRequest request, Installation installation) {
        return query(new ParameterReader(request), installation);
    }

    /**
     * The query of a request of a list that has entries without positions, and no place to wait after.
     *
     * @param installation resolves prefixes of API keys
     * @throws InvalidInput if a parameter is invalid, or there is one of positions
     */
    public static EventQuery readWithoutPositions(HttpServletRequest request, Installation installation) {
        var read = new ParameterReader(request);
        OF_POSITIONS.forEach(name -> read.parsed(name, NO_POSITIONS, _ -> null));
        return query(read, installation);
    }

    /** Whether a text is long enough to search for. */
    public static boolean searchable(String text) {
        return text.codePointCount(0, text.length()) >= MIN_SEARCH;
    }

    private static EventQuery query(ParameterReader read, Installation installation) {
        var query = new EventQuery(
                new TimeRange(instant(read, "from"), instant(read, "until")),
                actor(read, installation),
                read.text("type"),
                read.parsed(
                        "action", ACTION_REQUIRED, text -> Action.named(text).orElse(null)),
                objects(read),
                search(read),
                read.text("request"),
                new EventCursor(read.position("after"), read.position("before")),
                limit(read),
                patience(read));
        read.finish();
        return query;
    }

    private static @Nullable Instant instant(ParameterReader read, String name) {
        return read.parsed(name, InstantText.REQUIRED, InstantText::parse);
    }

    private static ObjectFilter objects(ParameterReader read) {
        return new ObjectFilter(
                read.text("object"),
                read.integer("project"),
                read.integer("environment"),
                read.integer("feature"),
                read.integer("segment"),
                read.integer("identity"));
    }

    private static @Nullable ActorFilter actor(ParameterReader read, Installation installation) {
        var key = read.text("key");
        return key == null
                ? read.parsed(
                        "actor", ACTOR_REQUIRED, text -> ActorFilter.of(text).orElse(null))
                : KeyFilter.of(key, installation);
    }

    private static String search(ParameterReader read) {
        var text = read.text("search");
        if (text != null && !searchable(text)) {
            read.problem("search", LONGER_SEARCH_REQUIRED);
        }
        return text == null ? "" : text;
    }

    private static @Nullable Integer limit(ParameterReader read) {
        var limit = read.integer("limit");
        return limit == null || limit == 0 ? null : limit;
    }

    private static Duration patience(ParameterReader read) {
        var wait = read.integer("wait");
        return Duration.ofSeconds(wait == null ? 0 : Math.min(wait, MAX_WAIT));
    }
}
