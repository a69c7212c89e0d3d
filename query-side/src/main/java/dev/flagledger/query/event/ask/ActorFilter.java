package dev.flagledger.query.event.ask;

import dev.flagledger.api.Actor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An actor to filter by, written as the kind or as {@code kind:id}, such as {@code user:3}.
 *
 * @param id null for any of the kind
 */
public record ActorFilter(Actor.Kind kind, @Nullable Integer id) {

    private static final Pattern TEXT = Pattern.compile("([a-z_]+)(?::(\\d{1,9}))?");

    /** Empty if the text names no actor. */
    public static Optional<ActorFilter> of(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var id = matcher.group(2);
        try {
            var kind = Actor.Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
            return Optional.of(new ActorFilter(kind, id == null ? null : Integer.valueOf(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether an actor is the one, or one of those, to filter by. */
    public boolean includes(Actor actor) {
        return actor.kind() == kind && (id == null || id.equals(actor.id()));
    }

    /** The text that it is written as. */
    @Override
    public String toString() {
        var name = kind.name().toLowerCase(Locale.ROOT);
        return id == null ? name : name + ":" + id;
    }

    EventCriteria restrict(EventCriteria criteria) {
        return criteria.equal("actor_kind", kind.name()).equal("actor_id", id);
    }
}
