package dev.flagledger.api.project;

import dev.flagledger.api.Claim;
import dev.flagledger.api.Claiming;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.List;
import java.util.UUID;

/** What can be asked of a project. */
public sealed interface ProjectCommand extends LedgerCommand, Claiming {

    int projectId();

    int organisationId();

    ProjectSettings settings();

    @Override
    default String aggregateId() {
        return streamOf(projectId());
    }

    /** The stream of one project. */
    static String streamOf(int projectId) {
        return "project-" + projectId;
    }

    @Override
    default List<Claim> claims() {
        return List.of(new Claim(
                Claim.Kind.PROJECT_NAME,
                Integer.toString(organisationId()),
                settings().name(),
                aggregateId()));
    }

    record CreateProject(int projectId, UUID uuid, int organisationId, ProjectSettings settings)
            implements ProjectCommand {
        @Override
        public Scope scope() {
            return new Scope.OfOrganisation(organisationId);
        }
    }

    record ChangeProject(int projectId, int organisationId, ProjectSettings settings) implements ProjectCommand {
        @Override
        public Scope scope() {
            return new Scope.OfProject(projectId);
        }
    }
}
