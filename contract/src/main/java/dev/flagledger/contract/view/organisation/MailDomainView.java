package dev.flagledger.contract.view.organisation;

import dev.flagledger.api.login.DomainProof;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.login.MailDomain;
import org.jspecify.annotations.Nullable;

/**
 * A mail domain that an organisation says to own.
 *
 * @param record the text of the TXT record that proves it
 * @param verifiedAt when it was proven; null if it is not
 * @param verifiedBy how it was proven; null if it is not
 * @param recordMissingSince since when the record that proved it has been missing; null if it is not
 */
public record MailDomainView(
        int id,
        String name,
        String record,
        @Nullable String verifiedAt,
        @Nullable DomainProof verifiedBy,
        @Nullable String recordMissingSince) {

    /** Returns the view of a domain. */
    public static MailDomainView of(MailDomain domain, String proving) {
        return new MailDomainView(
                domain.id(),
                domain.name(),
                proving,
                WireTime.restOrNull(domain.provenAt()),
                domain.proof(),
                WireTime.restOrNull(domain.missingSince()));
    }
}
