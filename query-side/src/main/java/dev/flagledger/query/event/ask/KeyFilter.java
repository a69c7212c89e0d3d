package dev.flagledger.query.event.ask;

import dev.flagledger.api.Actor;
import dev.flagledger.engine.state.Installation;
import java.util.regex.Pattern;

/** Finds the API key to filter by, which is given by its id or by its prefix. */
final class KeyFilter {

    /** No key has this id. */
    private static final int NONE = 0;

    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    private KeyFilter() {}

    /** The filter of a key; of none if no organisation has a key with this prefix. */
    static ActorFilter of(String text, Installation installation) {
        int id = ID.matcher(text).matches() ? Integer.parseInt(text) : ofPrefix(text, installation);
        return new ActorFilter(Actor.Kind.API_KEY, id);
    }

    private static int ofPrefix(String prefix, Installation installation) {
        return installation.organisations().values().stream()
                .flatMap(organisation -> organisation.keyOfPrefix(prefix).stream())
                .map(issued -> issued.key().id())
                .findAny()
                .orElse(NONE);
    }
}
