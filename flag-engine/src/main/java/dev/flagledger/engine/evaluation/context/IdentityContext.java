package dev.flagledger.engine.evaluation.context;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an evaluation.
 *
 * @param identifier identifier chosen by the application
 * @param key key that is hashed for percentage splits; null or empty for the environment's key with the identifier
 * @param traits traits by name: strings, numbers, booleans or null; other objects count as null
 */
public record IdentityContext(String identifier, @Nullable String key, Map<String, @Nullable Object> traits) {

    // Not compact, since javac does not export the annotations of a compact constructor's parameters to other modules.
    public IdentityContext(String identifier, @Nullable String key, Map<String, @Nullable Object> traits) {
        this.identifier = identifier;
        this.key = key;
        this.traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
    }

    /** Returns the identity with the default key of this environment, unless it has a key. */
    public IdentityContext keyedIn(EnvironmentContext environment) {
        return key == null || key.isEmpty()
                ? new IdentityContext(identifier, environment.key() + "_" + identifier, traits)
                : this;
    }
}
