package dev.flagledger.engine.state;

import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.ErasureEvent.FormerIdentityErased;
import dev.flagledger.api.event.ErasureEvent.IdentityErased;
import dev.flagledger.api.event.ErasureEvent.InvitedPersonErased;
import dev.flagledger.api.event.ErasureEvent.UserErased;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FlagEvent;
import dev.flagledger.api.event.GrantEvent;
import dev.flagledger.api.event.GroupEvent.GroupDeleted;
import dev.flagledger.api.event.HealthEvent;
import dev.flagledger.api.event.ManagedIdentityEvent;
import dev.flagledger.api.event.MetadataEvent;
import dev.flagledger.api.event.OrganisationEvent;
import dev.flagledger.api.event.OrganisationEvent.MemberRemoved;
import dev.flagledger.api.event.OrganisationEvent.OrganisationChanged;
import dev.flagledger.api.event.OrganisationEvent.OrganisationDeleted;
import dev.flagledger.api.event.ProjectEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.ProjectEvent.TagChanged;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.event.ProjectEvent.TagDeleted;
import dev.flagledger.api.event.RecordedEvent;
import dev.flagledger.api.event.SegmentEvent;
import dev.flagledger.api.event.SegmentEvent.SegmentCreated;
import dev.flagledger.api.event.UserEvent;
import dev.flagledger.api.event.VersionEvent;
import dev.flagledger.api.event.WebhookEvent;
import dev.flagledger.api.grant.GrantHolder;
import dev.flagledger.api.grant.GrantPlace;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.engine.Lookup;
import dev.flagledger.engine.state.organisation.OrganisationFold;
import dev.flagledger.engine.state.organisation.UserFold;
import dev.flagledger.engine.state.project.Project;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds events into the installation, or passes them on to the project that they belong to. */
final class InstallationFold {

    private InstallationFold() {}

    static Installation evolve(Installation installation, RecordedEvent recorded) {
        var at = recorded.at();
        return switch (recorded.event()) {
            case UserEvent e -> installation.withUsers(users -> UserFold.evolve(users, e, at));
            case UserErased e -> installation.withUsers(users -> UserFold.evolve(users, e));
            // They were deleted by earlier events.
            case InvitedPersonErased _, IdentityErased _, FormerIdentityErased _ -> installation;
            case ExportEvent _ -> installation;
            case GrantEvent e
            when e.place().kind() == GrantPlace.Kind.PROJECT ->
                installation.inProject(e.place().id(), project -> project.evolve(recorded));
            case GrantEvent e
            when e.place().kind() == GrantPlace.Kind.ENVIRONMENT ->
                installation.inProjectOf(e.place().id(), project -> project.evolve(recorded));
            case OrganisationEvent e -> evolve(installation, e, recorded);
            case ProjectEvent e -> evolve(installation, e, recorded);
            case EnvironmentEvent e -> EnvironmentPlaces.evolve(installation, e, recorded);
            case FeatureEvent e -> evolve(installation, e, recorded);
            case FlagEvent e -> {
                installation.index().require(e);
                yield installation.inProjectOf(e.environmentId(), project -> project.evolve(recorded));
            }
            case VersionEvent e -> {
                installation.index().require(e);
                yield installation.inProjectOf(e.environmentId(), project -> project.evolve(recorded));
            }
            case ManagedIdentityEvent e -> {
                installation.index().require(e);
                yield installation.inProjectOf(e.environmentId(), project -> project.evolve(recorded));
            }
            case SegmentEvent e -> evolve(installation, e, recorded);
            case CodeScanned e -> installation.inProject(e.projectId(), project -> project.evolve(recorded));
            case HealthEvent e -> installation.inProject(e.projectId(), project -> project.evolve(recorded));
            case MetadataEvent e -> installation.withMetadata(metadata -> metadata.evolve(e));
            case WebhookEvent e
            when e.owner().kind() != WebhookOwner.Kind.ORGANISATION ->
                installation.inProjectOf(e.owner().id(), project -> project.evolve(recorded));
            case WebhookEvent e ->
                installation.withOrganisations(organisations -> OrganisationFold.evolve(organisations, e, at));
        };
    }

    private static Installation evolve(Installation before, OrganisationEvent event, RecordedEvent recorded) {
        var after = before.withOrganisations(
                organisations -> OrganisationFold.evolve(organisations, event, recorded.at(), recorded.actor()));
        int id = event.organisationId();
        if (event instanceof OrganisationDeleted) {
            return after.withoutAllOf(id);
        }
        var gone = gone(event);
        if (gone != null) {
            return after.inProjectsOf(
                    id,
                    project -> project.granted(grants -> grants.without(gone)).retainingGroups(groups(after, id)));
        }
        // The name is part of the documents of all environments. It is not compared: times must not depend on events
        // that retention removes.
        return event instanceof OrganisationChanged
                ? after.inProjectsOf(id, project -> project.touched(recorded.at()))
                : after;
    }

    private static Set<Integer> groups(Installation installation, int organisationId) {
        return installation
                .organisation(organisationId)
                .<Set<Integer>>map(
                        organisation -> organisation.access().groups().byId().keySet())
                .orElse(Set.of());
    }

    /** Returns who is granted nothing any more after the event; null for nobody. */
    private static @Nullable GrantHolder gone(OrganisationEvent event) {
        return switch (event) {
            case MemberRemoved e -> GrantHolder.user(e.userId());
            case GroupDeleted e -> GrantHolder.group(e.groupId());
            case OrganisationEvent _ -> null;
        };
    }

    private static Installation evolve(Installation installation, ProjectEvent event, RecordedEvent recorded) {
        return switch (event) {
            case ProjectCreated e ->
                installation.with(Project.of(e), installation.index().withProject(e.projectId()));
            case ProjectChanged _, TagCreated _, TagChanged _, TagDeleted _ ->
                installation.inProject(event.projectId(), project -> project.evolve(recorded));
            case ProjectDeleted e -> installation.withoutProject(e.projectId());
        };
    }

    private static Installation evolve(Installation installation, FeatureEvent event, RecordedEvent recorded) {
        int id = event.featureId();
        if (event instanceof FeatureCreated e) {
            return installation
                    .inProject(e.projectId(), project -> project.evolve(recorded))
                    .with(installation.index().withFeature(id, e.projectId()));
        }
        int projectId = Lookup.required(installation.index().projectOfFeature(), id, "feature");
        var after = installation.inProject(projectId, project -> project.evolve(recorded));
        // A group may have been deleted meanwhile.
        return event instanceof GroupOwnersChanged
                ? after.inProject(
                        projectId, project -> project.retainingGroups(groups(after, project.organisationId())))
                : after;
    }

    private static Installation evolve(Installation installation, SegmentEvent event, RecordedEvent recorded) {
        int id = event.segmentId();
        if (event instanceof SegmentCreated e) {
            return installation
                    .inProject(e.projectId(), project -> project.evolve(recorded))
                    .with(installation.index().withSegment(id, e.projectId()));
        }
        int projectId = Lookup.required(installation.index().projectOfSegment(), id, "segment");
        return installation.inProject(projectId, project -> project.evolve(recorded));
    }
}
