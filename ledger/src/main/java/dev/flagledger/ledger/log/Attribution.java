package dev.flagledger.ledger.log;

import dev.flagledger.api.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Who did something and by which request: what stands beside every event.
 *
 * @param actor who
 * @param requestId names the request in logs and answers; null when there was none
 * @param address where the request came from; null when there was none; personal
 */
public record Attribution(
        Actor actor, @Nullable String requestId, @Nullable String address) {

    private static final String ACTOR_KIND = "actorKind";
    private static final String ACTOR_ID = "actorId";
    private static final String ACTOR_NAME = "actorName";
    private static final String REQUEST_ID = "requestId";
    private static final String ADDRESS = "address";

    /** The names under which this is stored. */
    public static final List<String> KEYS = List.of(ACTOR_KIND, ACTOR_ID, ACTOR_NAME, REQUEST_ID, ADDRESS);

    /** What the server does of its own accord. */
    public static final Attribution SYSTEM = new Attribution(Actor.SYSTEM, null, null);

    /** The same request, made by this actor. */
    public Attribution by(Actor other) {
        return new Attribution(other, requestId, address);
    }

    /** The form that travels with a command and its events. */
    public MetaData toMetaData() {
        Map<String, Object> entries = new HashMap<>();
        entries.put(ACTOR_KIND, actor.kind().name());
        entries.put(ACTOR_NAME, actor.name());
        putIfPresent(entries, ACTOR_ID, actor.id());
        putIfPresent(entries, REQUEST_ID, requestId);
        putIfPresent(entries, ADDRESS, address);
        return MetaData.from(entries);
    }

    /** Who did it, as a message's metadata say; the system if they do not. */
    public static Attribution of(MetaData metaData) {
        return new Attribution(actorOf(metaData), (String) metaData.get(REQUEST_ID), (String) metaData.get(ADDRESS));
    }

    /** Whether a message's metadata say who did it, or wants it done. */
    public static boolean namesActor(MetaData metaData) {
        return metaData.get(ACTOR_KIND) instanceof String;
    }

    /** The actor in a message's metadata; the system if there is none. */
    public static Actor actorOf(MetaData metaData) {
        if (!(metaData.get(ACTOR_KIND) instanceof String kind)) {
            return Actor.SYSTEM;
        }
        var id = metaData.get(ACTOR_ID) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
        var name = metaData.get(ACTOR_NAME) instanceof String text ? text : "";
        return new Actor(Actor.Kind.valueOf(kind), id, name);
    }

    private static void putIfPresent(Map<String, Object> entries, String key, @Nullable Object value) {
        if (value != null) {
            entries.put(key, value);
        }
    }
}
