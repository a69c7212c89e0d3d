package dev.flagledger.command.revert.existence;

import dev.flagledger.api.environment.EnvironmentCommand.DeleteEnvironment;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.command.revert.plan.Parts;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Undoes the creation, the cloning or the deletion of an environment. */
record EnvironmentExistence(Project before, Project now, IdentityLookup identities, ToIntFunction<Ids.Kind> drawn) {

    private static final String TYPE = "ENVIRONMENT";

    /** Returns the plan; empty for other events, and if the environment cannot be deleted or created again. */
    Optional<ExistencePlan> without(EnvironmentEvent event) {
        return switch (event) {
            case EnvironmentCreated e -> deletion(e.environmentId(), e.settings());
            case EnvironmentCloned e -> deletion(e.environmentId(), e.settings());
            case EnvironmentDeleted e ->
                Optional.ofNullable(before.environments().get(e.environmentId()))
                        .filter(former -> Retained.isGone(former.uuid(), uuids()))
                        .map(this::restored);
            default -> Optional.empty();
        };
    }

    private Optional<ExistencePlan> deletion(int id, EnvironmentSettings initial) {
        return Optional.ofNullable(now.environments().get(id))
                .map(environment -> ExistencePlan.deletion(
                        now,
                        ShownObjects.deleted(TYPE, id, environment.settings().name()),
                        Parts.ofEnvironment(now, now, id),
                        isUsed(environment, initial),
                        new DeleteEnvironment(id)));
    }

    /** Whether anything depends on it, or was changed since. */
    private boolean isUsed(Environment environment, EnvironmentSettings initial) {
        var versioning = environment.versioning();
        return !environment.settings().equals(initial)
                || !environment.serverKeys().isEmpty()
                || !environment.webhooks().ids().isEmpty()
                || environment.firstEvaluation() != null
                || identities.areIn(environment.id())
                // A copy keeps versions from its creation on if its source does.
                || (versioning != null && !versioning.equals(environment.uuid()));
    }

    private Stream<UUID> uuids() {
        return now.environments().values().stream().map(Environment::uuid);
    }

    private ExistencePlan restored(Environment former) {
        int id = drawn.applyAsInt(Ids.Kind.ENVIRONMENT);
        var restored = new RestoredEnvironment(former, now, identities, drawn, id);
        return ExistencePlan.creation(
                now,
                ShownObjects.created(TYPE, former.id(), former.settings().name()),
                id,
                List.of(restored.command()),
                restored.lost());
    }
}
