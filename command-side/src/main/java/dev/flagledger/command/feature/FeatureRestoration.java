package dev.flagledger.command.feature;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.feature.FeatureCommand.RestoreFeature;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.command.flag.InitialStates;
import dev.flagledger.command.identity.IdentityRestoration;
import dev.flagledger.command.project.ProjectLock;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates features that are as deleted ones were. */
@Component
class FeatureRestoration {

    private final Repository<Feature> features;
    private final ProjectLock lock;
    private final InitialStates initialStates;
    private final IdentityRestoration identities;

    FeatureRestoration(
            Repository<Feature> features,
            ProjectLock lock,
            InitialStates initialStates,
            IdentityRestoration identities) {
        this.features = features;
        this.lock = lock;
        this.initialStates = initialStates;
        this.identities = identities;
    }

    /** Since the command was planned, environments and segments may have been created or deleted, and the feature may have returned. */
    @CommandHandler
    void handle(RestoreFeature command) throws Exception {
        var feature = command.feature();
        var project = lock.acquire(feature.projectId());
        FeatureCreation.requireRoom(project, 1);
        if (project.features().values().stream().anyMatch(other -> other.uuid().equals(feature.uuid()))) {
            throw new Rejected(new Rejection.Restored());
        }
        var former = command.states().stream().collect(Collectors.toMap(InitialState::environmentId, state -> state));
        var states = initialStates.forFeature(project, feature).stream()
                .map(initial -> former.getOrDefault(initial.environmentId(), initial))
                .map(state -> state.retaining(project.segments().keySet()))
                .toList();
        features.newInstance(() -> Feature.create(feature, states));
        command.overrides().stream()
                .filter(override -> project.environments().containsKey(override.environmentId()))
                .forEach(identities::add);
    }
}
