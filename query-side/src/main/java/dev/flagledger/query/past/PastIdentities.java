package dev.flagledger.query.past;

import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.installation.identity.log.IdentityLog;
import dev.flagledger.installation.identity.log.IdentityReader;
import dev.flagledger.installation.identity.log.IdentityState;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Identities with their traits as of an instant. */
@Component
public final class PastIdentities {

    private final IdentityReader reader;
    private final IdentityLog log;

    PastIdentities(IdentityReader reader, IdentityLog log) {
        this.reader = reader;
        this.log = log;
    }

    /** Returns the identity with this id; empty if it did not exist then. */
    public Optional<IdentityState> find(int environmentId, int id, Instant at) {
        return log.asOf(environmentId, id, at);
    }

    /**
     * Returns the identity that had this identifier then. It is found if it still exists and has the identifier, or if
     * it had overrides then.
     *
     * @param environment the environment as of that instant
     */
    public Optional<IdentityState> named(Environment environment, String identifier, Instant at) {
        var overridden = environment.flags().values().stream()
                .flatMap(flag -> flag.identities().values().stream())
                .filter(override -> override.identifier().equals(identifier))
                .map(IdentityOverride::identityId)
                .distinct();
        return Stream.concat(reader.named(environment.id(), identifier).map(IdentityState::id).stream(), overridden)
                .flatMap(id -> find(environment.id(), id, at).stream())
                .filter(identity -> identity.identifier().equals(identifier))
                .findFirst();
    }
}
