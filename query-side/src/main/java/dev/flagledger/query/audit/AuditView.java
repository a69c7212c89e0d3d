package dev.flagledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.audit.ActorView;
import dev.flagledger.contract.view.audit.FieldChange;
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
record AuditView(
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

    static AuditView listed(AuditEntry entry, Installation installation) {
        return of(entry, installation, null, null);
    }

    static AuditView detailed(AuditEntry entry, Installation installation, ChangeDetails details) {
        return of(entry, installation, details.read(entry.changeDetails()), entry.changeType());
    }

    private static AuditView of(
            AuditEntry entry,
            Installation installation,
            @Nullable List<FieldChange> changes,
            @Nullable String changeType) {
        return new AuditView(
                entry.id(),
                WireTime.rest(entry.createdDate()),
                entry.log(),
                author(entry, installation),
                Optional.ofNullable(entry.environmentId())
                        .flatMap(installation::environment)
                        .map(EnvironmentView::of)
                        .orElse(null),
                Optional.ofNullable(entry.projectId())
                        .flatMap(installation::project)
                        .map(ProjectView::of)
                        .orElse(null),
                entry.relatedObjectId(),
                entry.relatedObjectUuid(),
                entry.relatedObjectType(),
                entry.systemEvent(),
                changes,
                changeType,
                ActorView.of(entry.actor()));
    }

    private static @Nullable AuthorView author(AuditEntry entry, Installation installation) {
        var id = entry.authorId();
        return id == null
                ? null
                : installation
                        .user(id)
                        .map(AuthorView::of)
                        .orElseGet(() -> AuthorView.former(id, entry.actor().name()));
    }
}
