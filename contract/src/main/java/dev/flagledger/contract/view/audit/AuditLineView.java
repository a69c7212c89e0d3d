package dev.flagledger.contract.view.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.api.Actor;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.environment.EnvironmentView;
import dev.flagledger.contract.view.feature.AuthorView;
import dev.flagledger.contract.view.project.ProjectView;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit log in the admin API. Author, environment and project are shown in their current state; if deleted, the
 * author as of then, the others as null.
 *
 * @param changeDetails absent in lists, as is {@code changeType}
 * @param actor who caused it, as of then; Flagsmith has only the author, who is null unless it was a user
 */
public record AuditLineView(
        int id,
        String createdDate,
        String log,
        @Nullable AuthorView author,
        @Nullable EnvironmentView environment,
        @Nullable ProjectView project,
        @Nullable Integer relatedObjectId,
        @Nullable UUID relatedObjectUuid,
        @Nullable String relatedObjectType,
        boolean isSystemEvent,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FieldChange> changeDetails,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String changeType,
        ActorView actor) {

    /** The line as lists show it. */
    public static AuditLineView listed(AuditedLine line, Installation installation) {
        return of(line, installation, null, null);
    }

    /** The line with its changes. */
    public static AuditLineView detailed(
            AuditedLine line, Installation installation, List<FieldChange> changes, String changeType) {
        return of(line, installation, changes, changeType);
    }

    private static AuditLineView of(
            AuditedLine line,
            Installation installation,
            @Nullable List<FieldChange> changes,
            @Nullable String changeType) {
        return new AuditLineView(
                line.id(),
                WireTime.rest(line.createdDate()),
                line.log(),
                author(line.actor(), installation),
                Optional.ofNullable(line.environmentId())
                        .flatMap(installation::environment)
                        .map(EnvironmentView::of)
                        .orElse(null),
                Optional.ofNullable(line.projectId())
                        .flatMap(installation::project)
                        .map(ProjectView::of)
                        .orElse(null),
                line.relatedObjectId(),
                line.relatedObjectUuid(),
                line.relatedObjectType(),
                line.systemEvent(),
                changes,
                changeType,
                ActorView.of(line.actor()));
    }

    private static @Nullable AuthorView author(Actor actor, Installation installation) {
        var id = actor.userId();
        return id == null
                ? null
                : installation.user(id).map(AuthorView::of).orElseGet(() -> AuthorView.former(id, actor.name()));
    }
}
