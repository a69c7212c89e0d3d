package dev.flagledger.command.feature;

import dev.flagledger.api.feature.FeatureCommand;
import dev.flagledger.api.feature.FeatureCommand.AddOption;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.flag.Seeds;
import dev.flagledger.command.project.ProjectGate;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** Creates features and their options together with what that means in every environment of their project. */
@Component
class FeatureShaping {

    private final Repository<Feature> features;
    private final ProjectGate gate;
    private final Seeds seeds;
    private final OptionShares shares;

    FeatureShaping(Repository<Feature> features, ProjectGate gate, Seeds seeds, OptionShares shares) {
        this.features = features;
        this.gate = gate;
        this.seeds = seeds;
        this.shares = shares;
    }

    @CommandHandler
    void handle(CreateFeature command) throws Exception {
        var project = gate.enter(command.projectId());
        var states = seeds.forFeature(project, command);
        features.newInstance(() -> Feature.create(command, states));
    }

    @CommandHandler
    void handle(AddOption command) {
        var sharesOf = sharesIn(command);
        features.load(command.aggregateId()).execute(feature -> feature.handle(command, sharesOf));
    }

    @CommandHandler
    void handle(ChangeFeature command) {
        Function<MultivariateOption, Map<Integer, Variant>> sharesOf =
                command.options() == null ? _ -> Map.of() : sharesIn(command);
        features.load(command.aggregateId()).execute(feature -> feature.handle(command, sharesOf));
    }

    private Function<MultivariateOption, Map<Integer, Variant>> sharesIn(FeatureCommand command) {
        var project = gate.enter(command.projectId());
        return option -> shares.of(project, command.featureId(), option);
    }
}
