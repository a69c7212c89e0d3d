package dev.flagledger.query.event.identity;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.installation.identity.log.IdentityStep;
import java.time.Instant;
import java.util.List;

/** What applications reported of an identity, in words and in fields. */
record ReportedChange(long sequence, Instant at, String type, String summary, List<FieldChange> difference) {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();

    static ReportedChange of(IdentityStep step) {
        return new ReportedChange(
                step.sequence(),
                step.at(),
                CATALOGUE.nameOf(step.event().getClass()).orElseThrow(),
                summary(step),
                IdentityFields.changes(step.before(), step.after()));
    }

    private static String summary(IdentityStep step) {
        var name = step.before().or(step::after).map(IdentityState::identifier).orElse("");
        return switch (step.event()) {
            case IdentityCreated _ -> AuditedKind.IDENTITY.created(name);
            case IdentityRenamed _ -> AuditedKind.IDENTITY.updated(name);
            case TraitsChanged _ -> EventTexts.traitsReported(name);
            case IdentityDeleted _ -> AuditedKind.IDENTITY.deleted(name);
        };
    }
}
