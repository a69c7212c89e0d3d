package dev.flagledger.contract.view.webhook;

import dev.flagledger.api.Actor;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.audit.AuditedLine;
import dev.flagledger.contract.view.feature.AuthorView;
import dev.flagledger.engine.state.Installation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payload of 2020: a line of the audit log in seven fields.
 *
 * @param author null unless it was a user
 * @param environment null for a change of a whole project
 */
public record AuditRecord(
        @Nullable Author author,
        String createdDate,
        @Nullable EnvironmentOfRecord environment,
        String log,
        @Nullable ProjectOfRecord project,
        @Nullable Integer relatedObjectId,
        @Nullable String relatedObjectType) {

    /** The user who caused the change. */
    public record Author(String email, String firstName, int id, String lastName) {

        static @Nullable Author of(Actor actor, Installation installation) {
            var id = actor.userId();
            if (id == null) {
                return null;
            }
            var user = installation.user(id).map(AuthorView::of).orElseGet(() -> AuthorView.former(id, actor.name()));
            return new Author(user.email(), user.firstName(), id, user.lastName());
        }
    }

    /** An environment, with the id of its project. */
    public record EnvironmentOfRecord(String apiKey, int id, String name, int project) {}

    /** A project, with the id of its organisation. */
    public record ProjectOfRecord(int id, String name, int organisation) {}

    /**
     * The record of a line.
     *
     * @param environmentId the environment to name: that of the line, or of the receiver; null for none
     */
    public static AuditRecord of(AuditedLine line, @Nullable Integer environmentId, Installation installation) {
        return new AuditRecord(
                Author.of(line.actor(), installation),
                WireTime.rest(line.createdDate()),
                Optional.ofNullable(environmentId)
                        .flatMap(installation::environment)
                        .map(environment -> new EnvironmentOfRecord(
                                environment.settings().apiKey(),
                                environment.id(),
                                environment.settings().name(),
                                environment.projectId()))
                        .orElse(null),
                line.log(),
                Optional.ofNullable(line.projectId())
                        .flatMap(installation::project)
                        .map(project -> new ProjectOfRecord(
                                project.id(), project.settings().name(), project.organisationId()))
                        .orElse(null),
                line.relatedObjectId(),
                line.relatedObjectType());
    }
}
