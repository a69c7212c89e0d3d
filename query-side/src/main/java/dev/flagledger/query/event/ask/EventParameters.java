package dev.flagledger.query.event.ask;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.row.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the query of a request. Unknown parameters are ignored; all errors are reported together. */
public final class EventParameters {

    private static final int MAX_TEXT = 256;
    private static final int MAX_WAIT = 30;

    /** Shorter texts are in no index, so that a search for one that does not occur would read all events. */
    private static final int MIN_SEARCH = 3;

    private static final Pattern INTEGER = Pattern.compile("\\d{1,9}");
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");
    private static final String INSTANT_REQUIRED = "Enter an instant of ISO 8601, such as 2026-11-29T14:03:00Z.";
    private static final String ACTOR_REQUIRED = "Enter a kind of actor, or a kind and an id, such as user:3.";
    private static final String LONGER_SEARCH_REQUIRED = "Ensure this field has at least 3 characters.";
    private static final String ACTION_REQUIRED = "Enter one of create, update, delete and other.";

    private final HttpServletRequest request;
    private final Installation installation;
    private final Map<String, Object> problems = new LinkedHashMap<>();

    private EventParameters(HttpServletRequest request, Installation installation) {
        this.request = request;
        this.installation = installation;
    }

    /**
     * The query of a request.
     *
     * @param installation resolves prefixes of API keys
     * @throws InvalidInput if a parameter is invalid
     */
    public static EventQuery read(HttpServletRequest request, Installation installation) {
        var parameters = new EventParameters(request, installation);
        var query = parameters.query();
        if (!parameters.problems.isEmpty()) {
            throw InvalidInput.fields(parameters.problems);
        }
        return query;
    }

    private EventQuery query() {
        var wait = parsed("wait", Coercion.INTEGER_REQUIRED, text -> matching(INTEGER, text, Integer::valueOf));
        return new EventQuery(
                instant("from"),
                instant("until"),
                actor(),
                text("type"),
                parsed("action", ACTION_REQUIRED, EventParameters::action),
                text("object"),
                integer("project"),
                integer("environment"),
                integer("feature"),
                integer("segment"),
                integer("identity"),
                search(),
                text("request"),
                new EventCursor(position("after"), position("before")),
                limit(),
                Duration.ofSeconds(wait == null ? 0 : Math.min(wait, MAX_WAIT)));
    }

    private @Nullable ActorFilter actor() {
        var key = text("key");
        return key == null
                ? parsed("actor", ACTOR_REQUIRED, text -> ActorFilter.of(text).orElse(null))
                : new ActorFilter(Actor.Kind.API_KEY, keyOf(key));
    }

    /** The id of an API key, given by id or by prefix. No key has the id 0. */
    private int keyOf(String text) {
        return INTEGER.matcher(text).matches()
                ? Integer.parseInt(text)
                : installation.organisations().values().stream()
                        .flatMap(organisation -> organisation.keyOfPrefix(text).stream())
                        .map(issued -> issued.key().id())
                        .findAny()
                        .orElse(0);
    }

    private static @Nullable Action action(String text) {
        return Stream.of(Action.values())
                .filter(action -> action.wireName().equals(text))
                .findAny()
                .orElse(null);
    }

    private String search() {
        var text = text("search");
        if (text != null && text.codePointCount(0, text.length()) < MIN_SEARCH) {
            problems.put("search", List.of(LONGER_SEARCH_REQUIRED));
        }
        return text == null ? "" : text;
    }

    private @Nullable Integer limit() {
        var limit = integer("limit");
        return limit == null || limit == 0 ? null : limit;
    }

    private @Nullable Integer integer(String name) {
        return parsed(name, Coercion.INTEGER_REQUIRED, text -> matching(INTEGER, text, Integer::valueOf));
    }

    private @Nullable Long position(String name) {
        return parsed(name, Coercion.INTEGER_REQUIRED, text -> matching(POSITION, text, Long::valueOf));
    }

    private @Nullable Instant instant(String name) {
        return parsed(name, INSTANT_REQUIRED, text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException _) {
                return null;
            }
        });
    }

    private @Nullable String text(String name) {
        var text = request.getParameter(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        TextRules.problemOf(text, MAX_TEXT).ifPresent(problem -> problems.put(name, List.of(problem)));
        return text;
    }

    private <T> @Nullable T parsed(String name, String problem, Function<String, @Nullable T> parse) {
        var text = request.getParameter(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        var value = parse.apply(text);
        if (value == null) {
            problems.put(name, List.of(problem));
        }
        return value;
    }

    private static <T> @Nullable T matching(Pattern pattern, String text, Function<String, T> parse) {
        return pattern.matcher(text).matches() ? parse.apply(text) : null;
    }
}
