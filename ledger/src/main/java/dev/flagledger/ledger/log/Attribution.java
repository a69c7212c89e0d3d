package dev.flagledger.ledger.log;

import dev.flagledger.api.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The actor and the request behind a command or an event. Stored with every event.
 *
 * @param requestId the id of the request in logs and responses; null if there was no request
 * @param address the address of the client; null if there was no request; personal data
 */
public record Attribution(
        Actor actor, @Nullable String requestId, @Nullable String address) {

    private static final String ACTOR_KIND = "actorKind";
    private static final String ACTOR_ID = "actorId";
    private static final String ACTOR_NAME = "actorName";
    private static final String REQUEST_ID = "requestId";
    private static final String ADDRESS = "address";

    /** The keys of the metadata that hold an attribution. */
    public static final List<String> KEYS = List.of(ACTOR_KIND, ACTOR_ID, ACTOR_NAME, REQUEST_ID, ADDRESS);

    /** The attribution of what the server does by itself. */
    public static final Attribution SYSTEM = new Attribution(Actor.SYSTEM, null, null);

    /** This request with another actor. */
    public Attribution by(Actor actor) {
        return new Attribution(actor, requestId, address);
    }

    /** The metadata for a command; Axon copies them to its events. */
    public MetaData toMetaData() {
        Map<String, Object> entries = new HashMap<>();
        entries.put(ACTOR_KIND, actor.kind().name());
        entries.put(ACTOR_NAME, actor.name());
        putIfPresent(entries, ACTOR_ID, actor.id());
        putIfPresent(entries, REQUEST_ID, requestId);
        putIfPresent(entries, ADDRESS, address);
        return MetaData.from(entries);
    }

    /** The attribution in a message's metadata; the system's if there is none. */
    public static Attribution of(MetaData metaData) {
        return new Attribution(actorOf(metaData), (String) metaData.get(REQUEST_ID), (String) metaData.get(ADDRESS));
    }

    /** Whether a message's metadata contain an actor. */
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
