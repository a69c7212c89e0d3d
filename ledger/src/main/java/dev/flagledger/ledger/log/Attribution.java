package dev.flagledger.ledger.log;

import dev.flagledger.api.Actor;
import dev.flagledger.api.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * The actor and the request behind a command or an event. Stored with every event.
 *
 * @param requestId the id of the request in logs and responses; null if there was no request
 * @param address the address of the client; null if there was no request; personal data
 * @param agent the program that sent the request, as it named itself; null if it did not; personal data
 * @param note the reason that the sender gave for what the request changes; null if none
 */
public record Attribution(
        Actor actor,
        @Nullable String requestId,
        @Nullable String address,
        @Nullable String agent,
        @Nullable String note) {

    private static final String ACTOR_KIND = "actorKind";
    private static final String ACTOR_ID = "actorId";
    private static final String ACTOR_NAME = "actorName";
    private static final String REQUEST_ID = "requestId";
    private static final String ADDRESS = "address";
    private static final String AGENT = "agent";
    private static final String NOTE = "note";

    /** The keys of the metadata that hold an attribution. */
    public static final List<String> KEYS = List.of(ACTOR_KIND, ACTOR_ID, ACTOR_NAME, REQUEST_ID, ADDRESS, AGENT, NOTE);

    /** The attribution of what the server does by itself. */
    public static final Attribution SYSTEM = new Attribution(Actor.SYSTEM, null, null, null, null);

    /** This request with another actor. */
    public Attribution by(Actor actor) {
        return new Attribution(actor, requestId, address, agent, note);
    }

    /** This request with another note. */
    public Attribution noted(String text) {
        return new Attribution(actor, requestId, address, agent, text);
    }

    /** What is told of the request beside its actor, for an event that it caused. */
    public Origin origin(UUID eventId) {
        return new Origin(eventId, requestId, address, agent, note);
    }

    /** The metadata for a command; Axon copies them to its events. */
    public MetaData toMetaData() {
        Map<String, Object> entries = new HashMap<>();
        entries.put(ACTOR_KIND, actor.kind().name());
        entries.put(ACTOR_NAME, actor.name());
        putIfPresent(entries, ACTOR_ID, actor.id());
        putIfPresent(entries, REQUEST_ID, requestId);
        putIfPresent(entries, ADDRESS, address);
        putIfPresent(entries, AGENT, agent);
        putIfPresent(entries, NOTE, note);
        return MetaData.from(entries);
    }

    /** The attribution in a message's metadata; the system's if there is none. */
    public static Attribution of(MetaData metaData) {
        return new Attribution(
                actorOf(metaData),
                (String) metaData.get(REQUEST_ID),
                (String) metaData.get(ADDRESS),
                (String) metaData.get(AGENT),
                (String) metaData.get(NOTE));
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
