package dev.flagledger.standalone.proof;

import static java.util.stream.Collectors.joining;

import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.query.audit.row.Action;
import dev.flagledger.query.event.ask.ActorFilter;
import dev.flagledger.query.event.ask.EventParameters;
import dev.flagledger.query.event.ask.RowConditions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which events an extract has, as the parameters of the API do. */
final class FilterOptions {

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "Only events at or after this, such as 2026-11-29T14:03:00Z.")
    private @Nullable OffsetDateTime from;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Only events before this.")
    private @Nullable OffsetDateTime until;

    @Option(
            names = "--actor",
            paramLabel = "ACTOR",
            converter = ActorOption.class,
            description = "Only events that this caused, such as user:3, api_key:2 or system.")
    private @Nullable ActorFilter actor;

    @Option(
            names = "--type",
            paramLabel = "NAME",
            description = "Only events with this name, such as flag.state-updated.")
    private @Nullable String type;

    @Option(
            names = "--action",
            paramLabel = "ACTION",
            converter = ActionOption.class,
            description = "Only events that create, update, delete, or do something other.")
    private @Nullable Action action;

    @Option(names = "--environment", paramLabel = "ID", description = "Only events of this environment.")
    private @Nullable Integer environment;

    @Option(names = "--object", paramLabel = "OBJECT", description = "Only events about this, such as feature:7.")
    private @Nullable String object;

    @Option(names = "--request", paramLabel = "ID", description = "Only events that this request caused.")
    private @Nullable String request;

    @Option(
            names = "--feature",
            paramLabel = "ID",
            description = "Only events of this feature, with its states and overrides.")
    private @Nullable Integer feature;

    @Option(names = "--segment", paramLabel = "ID", description = "Only events of this segment, with its overrides.")
    private @Nullable Integer segment;

    @Option(names = "--identity", paramLabel = "ID", description = "Only events of this identity, with its overrides.")
    private @Nullable Integer identity;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            converter = SearchOption.class,
            description = "Only events whose summary or note contains this, of at least three characters.")
    private @Nullable String search;

    /** Adds these conditions to a filter. */
    StoredFilter restrict(StoredFilter filter) {
        var byColumns = filter.from(from == null ? null : from.toInstant())
                .until(until == null ? null : until.toInstant())
                .actor(actor == null ? null : actor.kind().name(), actor == null ? null : actor.id())
                .action(action == null ? null : action.types())
                .type(type)
                .environment(environment)
                .object(object)
                .request(request);
        return RowConditions.restrict(byColumns, feature, segment, identity, search);
    }

    /** The parameters for the API, each after an ampersand. */
    String query() {
        var given = new LinkedHashMap<String, @Nullable Object>();
        given.put("from", from);
        given.put("until", until);
        given.put("actor", actor);
        given.put("type", type);
        given.put("action", action == null ? null : action.wireName());
        given.put("environment", environment);
        given.put("object", object);
        given.put("request", request);
        given.put("feature", feature);
        given.put("segment", segment);
        given.put("identity", identity);
        given.put("search", search);
        given.values().removeIf(value -> value == null);
        return given.entrySet().stream()
                .map(one -> "&" + one.getKey() + "="
                        + URLEncoder.encode(String.valueOf(one.getValue()), StandardCharsets.UTF_8))
                .collect(joining());
    }

    private static final class ActorOption implements ITypeConverter<ActorFilter> {
        @Override
        public ActorFilter convert(String text) {
            return ActorFilter.of(text).orElseThrow(() -> new TypeConversionException("no actor: " + text));
        }
    }

    private static final class SearchOption implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (!EventParameters.searchable(text)) {
                throw new TypeConversionException("too short: " + text);
            }
            return text;
        }
    }

    private static final class ActionOption implements ITypeConverter<Action> {
        @Override
        public Action convert(String text) {
            return Action.named(text).orElseThrow(() -> new TypeConversionException("no action: " + text));
        }
    }
}
