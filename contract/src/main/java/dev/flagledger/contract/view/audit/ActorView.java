package dev.flagledger.contract.view.audit;

import dev.flagledger.api.Actor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who caused an event, as of its time.
 *
 * @param kind such as {@code user}, {@code api_key}, {@code sdk} or {@code system}
 * @param id the id of the user, of the API key, or of the environment whose key an application presented; null for none
 * @param name the e-mail address of a user or the name of a key; empty for others
 */
public record ActorView(String kind, @Nullable Integer id, String name) {

    public static ActorView of(Actor actor) {
        return new ActorView(actor.kind().name().toLowerCase(Locale.ROOT), actor.id(), actor.name());
    }
}
