package dev.flagledger.query.audit.row;

import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.contract.view.audit.EventTexts;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.query.audit.description.EventDescription;
import dev.flagledger.query.audit.description.ExportDescription;
import dev.flagledger.query.audit.description.account.AccountDescriptions;
import dev.flagledger.query.audit.description.organisation.OrganisationDescriptions;
import dev.flagledger.query.audit.description.project.DraftDescriptions;
import dev.flagledger.query.audit.description.project.EnvironmentDescriptions;
import dev.flagledger.query.audit.description.project.IdentityDescriptions;
import dev.flagledger.query.audit.description.project.ProjectDescriptions;
import dev.flagledger.query.audit.description.project.WebhookDescriptions;
import java.util.Optional;

/**
 * What events tell that the contract has no lines for. Like the lines this has no default: a new event does not compile before it is
 * decided here, or in the class of its family, what is told of it.
 */
public final class EventDescriptions {

    private EventDescriptions() {}

    /** Empty if the event has lines, unless it changed nothing. */
    public static Optional<EventDescription> of(Installation before, LedgerEvent event) {
        return switch (event) {
            case UserEvent e -> Optional.of(AccountDescriptions.of(before, e));
            case OrganisationEvent e -> OrganisationDescriptions.of(before, e);
            case ProjectEvent e -> ProjectDescriptions.of(before, e);
            case EnvironmentEvent e -> EnvironmentDescriptions.of(before, e);
            case VersionEvent e -> DraftDescriptions.of(before, e);
            case ManagedIdentityEvent e -> IdentityDescriptions.of(e);
            case WebhookEvent e -> WebhookDescriptions.of(before, e);
            case EventsExported e -> Optional.of(ExportDescription.of(e));
            case CodeScanned e ->
                Optional.of(EventDescription.of(EventTexts.codeScanned(
                        e.scan().repositoryUrl(), e.scan().revision())));
            case FeatureEvent _, FlagEvent _, SegmentEvent _, HealthEvent _, MetadataEvent _, ErasureEvent _ ->
                Optional.empty();
        };
    }
}
