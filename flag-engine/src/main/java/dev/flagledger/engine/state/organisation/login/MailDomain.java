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
 * @param missingSince since when the record that proves it, or did last, has been missing; null if it is not, or never proved it
 */
public record MailDomain(
        int id,
        String name,
        @Nullable DomainProof proof,
        @Nullable Instant provenAt,
        @Nullable Instant missingSince) {

    /** Returns whether the organisation is proven to own the domain. */
    public boolean isProven() {
        return proof != null;
    }

    /** Returns whether a record proves it, which may have gone since. */
    public boolean isProvenByRecord() {
        return proof == DomainProof.DNS;
    }

    MailDomain proven(DomainProof by, Instant at) {
        return new MailDomain(id, name, by, at, null);
    }

    MailDomain missing(Instant since) {
        return new MailDomain(id, name, proof, provenAt, since);
    }

    MailDomain unproven() {
        return new MailDomain(id, name, null, null, missingSince);
    }
}
