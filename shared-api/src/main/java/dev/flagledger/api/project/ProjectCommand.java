package dev.flagledger.api.project;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.Edit;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.Releasing;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.grant.Grant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands about a project. */
public sealed interface ProjectCommand extends LedgerCommand {

    int projectId();

    @Override
    default String aggregateId() {
        return streamOf(projectId());
    }

    /** Returns the stream of one project. */
    static String streamOf(int projectId) {
        return "project-" + projectId;
    }

    @Override
    default Scope scope() {
        return new Scope.OfProject(projectId());
    }

    /**
     * Creates a project.
     *
     * @param creator what the user who creates the project holds on it; null if it is not a user
     */
    record CreateProject(
            int projectId,
            UUID uuid,
            int organisationId,
            ProjectSettings settings,
            @Nullable Grant creator) implements ProjectCommand, Claiming {

        /** For projects that nobody owns. */
        public CreateProject(int projectId, UUID uuid, int organisationId, ProjectSettings settings) {
            this(projectId, uuid, organisationId, settings, null);
        }

        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }

        @Override
        public List<Claim> claims() {
            return nameOf(this, organisationId, settings);
        }
    }

    record ChangeProject(int projectId, int organisationId, Edit<ProjectSettings> settings)
            implements ProjectCommand, Claiming {
        @Override
        public List<Claim> claims() {
            return nameOf(this, organisationId, settings.wanted()).stream()
                    .filter(claim ->
                            !nameOf(this, organisationId, settings.seen()).contains(claim))
                    .toList();
        }
    }

    record CreateTag(int projectId, Tag tag) implements ProjectCommand {}

    record ChangeTag(int projectId, Edit<Tag> tag) implements ProjectCommand {}

    record DeleteTag(int projectId, int tagId) implements ProjectCommand {}

    /** Deletes the project with its environments. */
    record DeleteProject(int projectId) implements ProjectCommand, Releasing {}

    private static List<Claim> nameOf(ProjectCommand command, int organisationId, ProjectSettings settings) {
        return List.of(new Claim(
                Claim.Kind.PROJECT_NAME, Integer.toString(organisationId), settings.name(), command.aggregateId()));
    }
}
