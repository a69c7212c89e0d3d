package dev.flagledger.command.revert.existence;

import dev.flagledger.installation.identity.log.IdentityState;
import java.util.Optional;
import java.util.Set;

/** What plans have to know of identities, which projects do not have. */
public interface IdentityLookup {

    /** Returns the last state of an identity, also of a deleted one; empty if the log of identities does not know it. */
    Optional<IdentityState> last(int environmentId, int identityId);

    /** Returns whether the environment has identities. */
    boolean areIn(int environmentId);

    /** Returns the present identifier of an identity; empty if it does not exist in this environment. */
    Optional<String> identifier(int environmentId, int identityId);

    /** Returns those of these identities whose personal data was erased. */
    Set<Integer> erased(Set<Integer> identities);

    /** Returns the id of the identity with exactly this identifier. */
    Optional<Integer> named(int environmentId, String identifier);
}
