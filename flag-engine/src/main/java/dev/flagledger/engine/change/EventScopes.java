package dev.flagledger.engine.change;

import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.ErasureEvent;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.IdentityEvent;
import dev.flagledger.api.event.InviteEvent;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityDeleted;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.MetadataEvent.FieldDeleted;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.RoleEvent.RoleRightsChanged;
import dev.flagledger.api.event.RoleEvent.RoleRightsRemoved;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentDeleted;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.event.WebhookEvent.WebhookRemoved;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines the scopes of events that are about to be appended. An event that creates an object contains the parent's
 * id; the other scopes are looked up in the installation.
 */
public final class EventScopes {

    private EventScopes() {}

    /** Returns the scope of the event. The organisation is null if the project has been deleted. */
    public static EventScope of(Installation installation, LedgerEvent event) {
        return switch (event) {
            case UserEvent e -> new EventScope(null, null, null, "user:" + e.userId());
            case UserErased e -> new EventScope(null, null, null, "user:" + e.userId());
            case InvitedPersonErased e -> new EventScope(null, null, null, "user:" + e.userId());
            case IdentityErased e ->
                inEnvironment(installation, e.environmentId(), IdentityErased.objectOf(e.identityId()));
            // Not in the environment, which may have ended.
            case FormerIdentityErased e ->
                new EventScope(e.organisationId(), null, null, IdentityErased.objectOf(e.identityId()));
            case EventsExported e -> ofExport(installation, e);
            case InviteEvent e -> InviteScopes.of(e);
            case GrantEvent e -> at(installation, e.organisationId(), e.place());
            case RoleRightsChanged e ->
                at(installation, e.organisationId(), e.grant().place());
            case RoleRightsRemoved e -> at(installation, e.organisationId(), e.place());
            case OrganisationEvent e ->
                new EventScope(e.organisationId(), null, null, "organisation:" + e.organisationId());
            case ProjectCreated e ->
                new EventScope(e.organisationId(), e.projectId(), null, "project:" + e.projectId());
            case ProjectEvent e -> inProject(installation, e.projectId(), "project:" + e.projectId());
            case EnvironmentCreated e -> created(installation, e.projectId(), e.environmentId());
            case EnvironmentCloned e -> created(installation, e.projectId(), e.environmentId());
            case EnvironmentEvent e ->
                inEnvironment(installation, e.environmentId(), "environment:" + e.environmentId());
            case FeatureCreated e -> inProject(installation, e.projectId(), "feature:" + e.featureId());
            case FeatureEvent e ->
                in(
                        installation,
                        installation.formerProjects().ofFeature(e.featureId()),
                        null,
                        "feature:" + e.featureId());
            case FlagEvent e -> inEnvironment(installation, e.environmentId(), "feature:" + e.featureId());
            case VersionEvent e -> inEnvironment(installation, e.environmentId(), "feature:" + e.featureId());
            case SegmentCreated e -> inProject(installation, e.projectId(), "segment:" + e.segmentId());
            case SegmentEvent e ->
                in(
                        installation,
                        installation.formerProjects().ofSegment(e.segmentId()),
                        null,
                        "segment:" + e.segmentId());
            case ManagedIdentityEvent e -> inEnvironment(installation, e.environmentId(), "identity:" + e.identityId());
            case CodeScanned e -> inProject(installation, e.projectId(), "code-scan:" + e.scanId());
            case HealthEvent e ->
                inProject(
                        installation,
                        e.projectId(),
                        "health-provider:" + e.provider().name());
            case FieldCreated e ->
                new EventScope(e.organisationId(), e.projectId(), null, "metadata-field:" + e.fieldId());
            case MetadataEvent e -> ofField(installation, e.fieldId());
            case WebhookEvent e -> ofWebhook(installation, e);
        };
    }

    /** Returns the scope of an event of the log of identities. */
    public static EventScope of(Installation installation, IdentityEvent event) {
        return inEnvironment(installation, event.environmentId(), "identity:" + event.identityId());
    }

    /** Returns whether the event ends the object of its scope. */
    public static boolean ends(LedgerEvent event) {
        return event instanceof OrganisationDeleted
                || (event instanceof InviteEvent invite && InviteScopes.ends(invite))
                || event instanceof ProjectDeleted
                || event instanceof EnvironmentDeleted
                || event instanceof FeatureDeleted
                || event instanceof SegmentDeleted
                || event instanceof ManagedIdentityDeleted
                || event instanceof FieldDeleted
                || event instanceof WebhookRemoved
                || event instanceof ErasureEvent;
    }

    private static EventScope created(Installation installation, int projectId, int environmentId) {
        return in(installation, projectId, environmentId, "environment:" + environmentId);
    }

    private static EventScope inProject(Installation installation, int projectId, String object) {
        return in(installation, projectId, null, object);
    }

    private static EventScope inEnvironment(Installation installation, int environmentId, String object) {
        return in(installation, installation.formerProjects().ofEnvironment(environmentId), environmentId, object);
    }

    private static EventScope ofField(Installation installation, int fieldId) {
        var owner = installation.metadata().formerOwner(fieldId);
        return new EventScope(
                owner.map(found -> found.organisationId()).orElse(null),
                owner.map(found -> found.projectId()).orElse(null),
                null,
                "metadata-field:" + fieldId);
    }

    private static EventScope ofWebhook(Installation installation, WebhookEvent event) {
        var object = "webhook:" + event.webhookId();
        int owner = event.owner().id();
        return switch (event.owner().kind()) {
            case ENVIRONMENT, IDENTITIES -> inEnvironment(installation, owner, object);
            case ORGANISATION -> new EventScope(owner, null, null, object);
        };
    }

    /** An export of the events of several organisations is in none of them; their admins find it nevertheless. */
    private static EventScope ofExport(Installation installation, EventsExported event) {
        var object = "export:" + event.exportId();
        if (event.projectId() != null) {
            return inProject(installation, event.projectId(), object);
        }
        var only = event.organisations().size() == 1 ? event.organisations().getFirst() : null;
        return new EventScope(only, null, null, object);
    }

    /** The object is that of the stream, since the grant is decided by the organisation. */
    private static EventScope at(Installation installation, int organisationId, GrantPlace place) {
        var object = "organisation:" + organisationId;
        int id = place.id();
        return switch (place.kind()) {
            case ORGANISATION -> new EventScope(id, null, null, object);
            case PROJECT -> new EventScope(organisationId, id, null, object);
            case ENVIRONMENT ->
                new EventScope(organisationId, installation.formerProjects().ofEnvironment(id), id, object);
        };
    }

    private static EventScope in(
            Installation installation, @Nullable Integer projectId, @Nullable Integer environmentId, String object) {
        var project = projectId == null ? Optional.<Project>empty() : installation.project(projectId);
        return new EventScope(project.map(Project::organisationId).orElse(null), projectId, environmentId, object);
    }
}
