package dev.flagledger.api.identity;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.FeatureValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** What can be asked of an identity. */
public sealed interface IdentityCommand extends LedgerCommand {

    int environmentId();

    /** What the application calls the identity, at most 2000 characters. */
    String identifier();

    @Override
    default String aggregateId() {
        return streamOf(environmentId(), identifier());
    }

    /**
     * The stream of one identity. An identifier may be longer than the name of a stream can be, and is personal; its
     * digest is neither.
     */
    static String streamOf(int environmentId, String identifier) {
        return "identity-" + environmentId + "-" + digest(identifier);
    }

    @Override
    default Scope scope() {
        return new Scope.OfEnvironment(environmentId());
    }

    /** Sets a feature for the identity, for the first time or again. The ids serve only the first time. */
    record OverrideForIdentity(
            int environmentId, String identifier, int featureId, OverrideIds ids, boolean enabled, FeatureValue value)
            implements IdentityCommand {}

    /** The ids of an identity and of an override that may come to be. */
    record OverrideIds(int identityId, int featureStateId, UUID uuid) {}

    private static String digest(String identifier) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(identifier.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
