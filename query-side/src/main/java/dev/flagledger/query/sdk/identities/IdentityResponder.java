package dev.flagledger.query.sdk.identities;

import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.engine.evaluation.environment.OverriddenBy;
import dev.flagledger.query.sdk.flags.PreparedFlags;
import dev.flagledger.query.sdk.flags.SdkRequest;
import dev.flagledger.query.sdk.identities.registry.CachedIdentity;
import dev.flagledger.query.sdk.identities.registry.IdentityCache;
import dev.flagledger.query.sdk.identities.registry.IdentityDelta;
import dev.flagledger.query.sdk.identities.registry.IdentityResponse;
import dev.flagledger.query.sdk.identities.request.IdentityRequest;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Builds the responses about identities. */
@Component
final class IdentityResponder {

    private static final byte[] IDENTIFIER = bytes("{\"identifier\":");
    private static final byte[] TRAITS = bytes(",\"traits\":");
    private static final byte[] FLAGS = bytes(",\"flags\":[");
    private static final byte[] NONE = bytes("[]");

    private final PreparedEnvironments environments;
    private final PreparedFlags flags;
    private final IdentityCache cache;
    private final Evaluations evaluations;
    private final JsonMapper json;

    IdentityResponder(
            PreparedEnvironments environments,
            PreparedFlags flags,
            IdentityCache cache,
            Evaluations evaluations,
            JsonMapper json) {
        this.environments = environments;
        this.flags = flags;
        this.cache = cache;
        this.evaluations = evaluations;
        this.json = json;
    }

    /** Returns the response with the identity, its traits and its flags. */
    IdentityResponse respond(SdkRequest sdk, ResolvedIdentity identity) {
        evaluations.tell(sdk, identity);
        var environment = environments.of(sdk);
        var kept = identity.kept();
        if (kept == null) {
            return built(environment, sdk, identity);
        }
        var known = kept.answer(environment.edition(), sdk.audience());
        if (known != null) {
            return known;
        }
        var answer = built(environment, sdk, identity);
        cache.keep(kept, environment.edition(), sdk.audience(), answer);
        return answer;
    }

    /**
     * Returns the cached response if it is still valid and there is nothing to record; null otherwise. Neither looks up nor
     * evaluates the identity.
     */
    @Nullable IdentityResponse remembered(SdkRequest sdk, IdentityRequest received) {
        var reported = received.permittedTo(sdk);
        var identifier = reported.identifier();
        var environment = environments.ready(sdk);
        if (identifier == null || environment == null || reported.hasTransients()) {
            return null;
        }
        return cache.remembered(environment.id(), identifier)
                .filter(kept ->
                        IdentityDelta.between(reported.traits(), kept.state()).isNone())
                .map(kept -> told(sdk, environment, kept))
                .orElse(null);
    }

    private @Nullable IdentityResponse told(SdkRequest sdk, PreparedEnvironment environment, CachedIdentity kept) {
        var answer = kept.answer(environment.edition(), sdk.audience());
        if (answer != null) {
            evaluations.tell(sdk, environment, kept);
        }
        return answer;
    }

    private IdentityResponse built(PreparedEnvironment environment, SdkRequest sdk, ResolvedIdentity identity) {
        var head = head(identity, sdk.environment().settings().hideSensitiveData());
        var answer = new IdentityResponse.Builder(head, flags.of(sdk));
        for (var flag : environment.flags(identity, sdk.audience())) {
            if (isEnvironmentDefault(flag)) {
                answer.addDefault(flag.state().id());
            } else {
                answer.add(environment.json(flag), flag.overriddenBy() instanceof OverriddenBy.OfIdentity);
            }
        }
        return answer.build();
    }

    /** Returns whether the flag is the environment default without a variant. */
    private static boolean isEnvironmentDefault(IdentityFlag flag) {
        return flag.overriddenBy() instanceof OverriddenBy.Nothing && flag.variant() == null && flag.drawn() == null;
    }

    /** Returns the JSON of the flag whose feature has exactly this name. */
    byte[] flag(SdkRequest sdk, ResolvedIdentity identity, String name) {
        var environment = environments.of(sdk);
        return environment
                .flag(identity, sdk.audience(), name)
                .map(environment::json)
                .orElseThrow(IdentitiesServlet::unknown);
    }

    private byte[] head(ResolvedIdentity identity, boolean hidesTraits) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(IDENTIFIER);
        out.writeBytes(json.writeValueAsBytes(identity.identifier()));
        out.writeBytes(TRAITS);
        out.writeBytes(hidesTraits || identity.traits().isEmpty() ? NONE : traits(identity));
        out.writeBytes(FLAGS);
        return out.toByteArray();
    }

    private byte[] traits(ResolvedIdentity identity) {
        return json.writeValueAsBytes(
                identity.traits().stream().map(TraitInput::view).toList());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
