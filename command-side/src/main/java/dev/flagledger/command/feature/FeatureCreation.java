package dev.flagledger.command.feature;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Full.Limit;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.command.flag.InitialStates;
import dev.flagledger.command.project.ProjectLock;
import dev.flagledger.engine.state.project.Limits;
import dev.flagledger.engine.state.project.Project;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates features with an initial state in every environment of the project. */
@Component
public class FeatureCreation {

    private final Repository<Feature> features;
    private final ProjectLock lock;
    private final InitialStates initialStates;

    FeatureCreation(Repository<Feature> features, ProjectLock lock, InitialStates initialStates) {
        this.features = features;
        this.lock = lock;
        this.initialStates = initialStates;
    }

    @CommandHandler
    void handle(CreateFeature command) throws Exception {
        var project = lock.acquire(command.projectId());
        requireRoom(project, 1);
        var states = initialStates.forFeature(project, command);
        features.newInstance(() -> Feature.create(command, states));
    }

    /** Rejects if the project cannot take this many more features. */
    public static void requireRoom(Project project, int more) {
        if (project.features().size() + more > Limits.FEATURES) {
            throw new Rejected(new Rejection.Full(Limit.FEATURES));
        }
    }
}
