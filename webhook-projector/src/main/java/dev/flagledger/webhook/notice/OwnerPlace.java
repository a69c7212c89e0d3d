package dev.flagledger.webhook.notice;

import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook belongs.
 *
 * @param project null if it is of the whole organisation
 * @param environment null if it is of the whole organisation
 */
record OwnerPlace(
        Organisation organisation,
        @Nullable Project project,
        @Nullable Environment environment) {

    /** The place of an owner; empty if it was deleted. */
    static Optional<OwnerPlace> of(Installation installation, WebhookOwner owner) {
        return switch (owner.kind()) {
            case ENVIRONMENT, IDENTITIES ->
                installation
                        .environment(owner.id())
                        .flatMap(environment -> installation
                                .project(environment.projectId())
                                .flatMap(project -> installation
                                        .organisation(project.organisationId())
                                        .map(found -> new OwnerPlace(found, project, environment))));
            case ORGANISATION -> installation.organisation(owner.id()).map(found -> new OwnerPlace(found, null, null));
        };
    }
}
