package dev.flagledger.engine.state.organisation.login;

import dev.flagledger.api.login.DomainProof;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail domain that an organisation says to own.
 *
 * @param name the domain, in lower case
 * @param proof how that was proven; null if it is not
 * @param provenAt when it was proven; null if it is not
 */
public record MailDomain(
        int id,
        String name,
        @Nullable DomainProof proof,
        @Nullable Instant provenAt) {

    /** Returns whether the organisation is proven to own the domain. */
    public boolean isProven() {
        return proof != null;
    }

    MailDomain proven(DomainProof by, Instant at) {
        return new MailDomain(id, name, by, at);
    }
}
