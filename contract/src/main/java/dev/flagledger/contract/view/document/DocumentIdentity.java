package dev.flagledger.contract.view.document;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An identity with overrides, in the environment document.
 *
 * @param createdDate the creation time of its first override
 * @param identityTraits always empty: for local evaluation the application supplies the traits
 */
public record DocumentIdentity(
        String identifier,
        String environmentApiKey,
        String createdDate,
        List<DocumentState> identityFeatures,
        List<Object> identityTraits,
        UUID identityUuid,
        int djangoId,
        @Nullable String dashboardAlias,
        String compositeKey) {

    /** All identities with overrides in an environment, by id. */
    static List<DocumentIdentity> all(Environment environment, DocumentFeatures features) {
        return byIdentity(environment).values().stream()
                .map(states -> of(environment, features, states))
                .toList();
    }

    private static Map<Integer, List<FlagState>> byIdentity(Environment environment) {
        return environment.flags().values().stream()
                .flatMap(flag -> flag.identities().values().stream().map(override -> FlagState.of(flag, override)))
                .sorted(Comparator.comparingInt(FlagState::id))
                .collect(Collectors.groupingBy(
                        state -> Objects.requireNonNull(state.identity()).identityId(),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static DocumentIdentity of(Environment environment, DocumentFeatures features, List<FlagState> states) {
        var identity = Objects.requireNonNull(states.getFirst().identity());
        var key = environment.settings().apiKey();
        var first = states.stream()
                .map(state -> state.state().createdAt())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new DocumentIdentity(
                identity.identifier(),
                key,
                WireTime.document(first),
                states.stream()
                        .map(state -> DocumentState.ofIdentity(features.of(state.flag()), state.state()))
                        .toList(),
                List.of(),
                DocumentState.uuid("identity-" + identity.identityId()),
                identity.identityId(),
                null,
                key + "_" + identity.identifier());
    }
}
