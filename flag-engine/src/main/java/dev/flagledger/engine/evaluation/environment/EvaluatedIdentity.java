package dev.flagledger.engine.evaluation.environment;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.identity.Trait;
import dev.flagledger.engine.evaluation.context.IdentityContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An identity that flags are asked for.
 *
 * @param id of the identity; null if it is not kept, and so has no overrides
 * @param identifier what the application calls it
 * @param traits all that is to count; of two with the same key, the last
 */
public record EvaluatedIdentity(@Nullable Integer id, String identifier, List<Trait> traits) {

    IdentityContext in(EnvironmentSettings environment) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (var trait : traits) {
            values.put(trait.key(), plain(trait));
        }
        return new IdentityContext(identifier, key(environment), values);
    }

    /** Without an id there is only the environment's key and the identifier, which every SDK takes, to go by. */
    private String key(EnvironmentSettings environment) {
        return id == null || environment.useIdentityCompositeKeyForHashing()
                ? environment.apiKey() + "_" + identifier
                : id.toString();
    }

    private static Object plain(Trait trait) {
        try {
            return Objects.requireNonNullElse(trait.plain(), "");
        } catch (NumberFormatException e) {
            return Objects.requireNonNull(trait.value());
        }
    }
}
