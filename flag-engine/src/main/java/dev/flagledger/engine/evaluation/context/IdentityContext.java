package dev.flagledger.engine.evaluation.context;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom an evaluation is for.
 *
 * @param identifier what the application calls the identity
 * @param key what percentages are drawn from; null or empty for the environment's key and the identifier together
 * @param traits what is known of the identity, by name: strings, numbers, booleans or null. Anything else counts as null
 */
public record IdentityContext(String identifier, @Nullable String key, Map<String, @Nullable Object> traits) {

    // In full, since javac does not tell other modules of the annotations of a compact constructor's parameters.
    public IdentityContext(String identifier, @Nullable String key, Map<String, @Nullable Object> traits) {
        this.identifier = identifier;
        this.key = key;
        this.traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
    }

    /** The same identity with its key filled in, if it had none. */
    public IdentityContext keyedIn(EnvironmentContext environment) {
        return key == null || key.isEmpty()
                ? new IdentityContext(identifier, environment.key() + "_" + identifier, traits)
                : this;
    }
}
