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
 * The identity that flags are evaluated for.
 *
 * @param id id of the identity; null if it is transient, so that it has no overrides
 * @param identifier identifier chosen by the application
 * @param traits traits to evaluate; the last one of each key counts
 */
public record EvaluatedIdentity(@Nullable Integer id, String identifier, List<Trait> traits) {

    IdentityContext in(EnvironmentSettings environment) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (var trait : traits) {
            values.put(trait.key(), plain(trait));
        }
        return new IdentityContext(identifier, key(environment), values);
    }

    /** Without an id, the key consists of the environment's key and the identifier, as in every SDK. */
    private String key(EnvironmentSettings environment) {
        return id == null || environment.useIdentityCompositeKeyForHashing()
                ? environment.apiKey() + "_" + identifier
                : id.toString();
    }

    private static Object plain(Trait trait) {
        return Objects.requireNonNullElse(trait.plain(), "");
    }
}
