package dev.flagledger.query.audit.row;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.LedgerEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an event does to the object that it is about, in four words that can be filtered by. */
public enum Action {
    CREATE,
    UPDATE,
    DELETE,
    /** Nothing is changed by a decision: a login, a forgotten password, a first request, a report, a receiver that fails. */
    OTHER;

    /** The action of an event, by the last word of its stored name. */
    public static Action of(String type) {
        return switch (type.substring(Math.max(type.lastIndexOf('-'), type.lastIndexOf('.')) + 1)) {
            case "created", "cloned", "added", "registered", "joined", "drafted", "placed", "granted", "connected" ->
                CREATE;
            case "changed",
                    "updated",
                    "renamed",
                    "edited",
                    "ordered",
                    "published",
                    "enabled",
                    "disabled",
                    "activated",
                    "deactivated",
                    "attached",
                    "detached",
                    "proven",
                    "unproven",
                    "filled",
                    "recorded" -> UPDATE;
            case "deleted",
                    "removed",
                    "revoked",
                    "discarded",
                    "erased",
                    "lifted",
                    "pruned",
                    "ended",
                    "disconnected",
                    "forgotten" -> DELETE;
            default -> OTHER;
        };
    }

    /** The action with this name in the API. */
    public static Optional<Action> named(String text) {
        return Stream.of(values())
                .filter(action -> action.wireName().equals(text))
                .findAny();
    }

    /** The stored names of the events with this action. */
    public List<String> types() {
        return EventCatalogue.namesOf(LedgerEvent.class).stream()
                .filter(name -> of(name) == this)
                .toList();
    }

    /** The name in the API. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
