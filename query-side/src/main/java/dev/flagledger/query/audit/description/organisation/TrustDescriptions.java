package dev.flagledger.query.audit.description.organisation;

import static dev.flagledger.contract.view.audit.AuditedKind.TRUST;

import dev.flagledger.api.event.TrustEvent;
import dev.flagledger.api.event.TrustEvent.TrustChanged;
import dev.flagledger.api.event.TrustEvent.TrustCreated;
import dev.flagledger.api.event.TrustEvent.TrustDeleted;
import dev.flagledger.api.event.TrustEvent.TrustTokenIssued;
import dev.flagledger.api.trust.TrustDetails;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import java.util.List;
import java.util.Optional;

/** What is told of trust relationships. The subjects of tokens are not repeated, since they may name persons. */
final class TrustDescriptions {

    private static final TrustDetails NOTHING = new TrustDetails("", "", "", List.of());

    private TrustDescriptions() {}

    static Optional<EventDescription> of(Installation before, TrustEvent event) {
        var known = before.organisation(event.organisationId())
                .flatMap(organisation -> organisation.access().trusts().find(event.trustId()))
                .map(trust -> trust.details());
        return switch (event) {
            case TrustCreated e -> {
                var details = e.trust().details();
                yield Optional.of(EventDescription.of(TRUST.created(details.name()), changes(NOTHING, details)));
            }
            case TrustChanged e ->
                known.map(old -> EventDescription.of(TRUST.updated(e.details().name()), changes(old, e.details())));
            case TrustDeleted _ -> known.map(old -> EventDescription.of(TRUST.deleted(old.name())));
            case TrustTokenIssued _ -> known.map(old -> EventDescription.of(EventTexts.trustTokenIssued(old.name())));
        };
    }

    private static List<FieldChange> changes(TrustDetails old, TrustDetails now) {
        return FieldChange.differing(
                new FieldChange("name", old.name(), now.name()),
                new FieldChange("issuer", old.issuer(), now.issuer()),
                new FieldChange("audience", old.audience(), now.audience()),
                new FieldChange("claim_rules", old.claimRules(), now.claimRules()));
    }
}
