package dev.flagledger.command.feature;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.feature.FeatureCommand;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureEvent;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.feature.FeatureEvent.FeatureCreated;
import dev.flagledger.api.flag.StateSeed;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** Guards what a feature is. Its project, name, initial value and default are for ever. */
@Aggregate(type = "feature", cache = "currentAggregates")
class Feature {

    @AggregateIdentifier
    String id;

    private int projectId;
    private FeatureDetails details;

    Feature() {}

    /** A feature with a state in each environment that its project has. */
    static Feature create(CreateFeature command, List<StateSeed> states) {
        var feature = new Feature();
        apply(new FeatureCreated(
                command.featureId(),
                command.uuid(),
                command.projectId(),
                command.name(),
                command.type(),
                command.initialValue(),
                command.defaultEnabled(),
                command.details(),
                command.owners(),
                states));
        return feature;
    }

    @CommandHandler
    void handle(ChangeFeature command) {
        if (command.projectId() != projectId) {
            throw new Rejected(new Rejection.Missing("Feature"));
        }
        if (!command.details().equals(details)) {
            apply(new FeatureChanged(command.featureId(), command.details()));
        }
    }

    @EventSourcingHandler
    void evolve(FeatureEvent event) {
        switch (event) {
            case FeatureCreated e -> {
                id = FeatureCommand.streamOf(e.featureId());
                projectId = e.projectId();
                details = e.details();
            }
            case FeatureChanged e -> details = e.details();
        }
    }
}
