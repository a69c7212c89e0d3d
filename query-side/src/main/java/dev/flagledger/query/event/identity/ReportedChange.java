package dev.flagledger.query.event.identity;

import dev.flagledger.api.Actor;
import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.IdentityEvent.IdentityCreated;
import dev.flagledger.api.event.IdentityEvent.IdentityDeleted;
import dev.flagledger.api.event.IdentityEvent.IdentityRenamed;
import dev.flagledger.api.event.IdentityEvent.TraitsChanged;
import dev.flagledger.contract.view.audit.AuditedKind;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.installation.identity.log.IdentityState;
import dev.flagledger.installation.identity.log.IdentityStep;
import dev.flagledger.ledger.log.Attribution;
import java.time.Instant;
import java.util.UUID;

/**
 * A step of the log of identities that the configuration log does not have: what an application reported of an identity, or the
 * removal of a trait from it and all others.
 *
 * @param by who caused it, with which request
 */
record ReportedChange(
        long sequence, UUID eventId, Instant at, String type, String object, Attribution by, String summary) {

    private static final EventCatalogue CATALOGUE = new EventCatalogue();

    static ReportedChange of(IdentityStep step) {
        return new ReportedChange(
                step.sequence(),
                step.eventId(),
                step.at(),
                CATALOGUE.nameOf(step.event().getClass()).orElseThrow(),
                "identity:" + step.event().identityId(),
                step.by(),
                summary(step));
    }

    private static String summary(IdentityStep step) {
        var name = step.before().or(step::after).map(IdentityState::identifier).orElse("");
        return switch (step.event()) {
            case IdentityCreated _ -> AuditedKind.IDENTITY.created(name);
            case IdentityRenamed _ -> AuditedKind.IDENTITY.updated(name);
            case TraitsChanged e ->
                isApplication(step.by().actor())
                        ? EventTexts.traitsReported(name)
                        : EventTexts.traitsChanged(e.identityId());
            case IdentityDeleted _ -> AuditedKind.IDENTITY.deleted(name);
        };
    }

    private static boolean isApplication(Actor actor) {
        return actor.kind() == Actor.Kind.SDK || actor.kind() == Actor.Kind.ANONYMOUS;
    }
}
