package dev.flagledger.command.feature;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.event.FeatureEvent;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.feature.FeatureCommand;
import dev.flagledger.api.feature.FeatureCommand.AddGroupOwners;
import dev.flagledger.api.feature.FeatureCommand.AddOption;
import dev.flagledger.api.feature.FeatureCommand.AddOwners;
import dev.flagledger.api.feature.FeatureCommand.ChangeFeature;
import dev.flagledger.api.feature.FeatureCommand.ChangeOption;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureCommand.DeleteFeature;
import dev.flagledger.api.feature.FeatureCommand.RemoveGroupOwners;
import dev.flagledger.api.feature.FeatureCommand.RemoveOption;
import dev.flagledger.api.feature.FeatureCommand.RemoveOwners;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.command.edit.Edits;
import dev.flagledger.command.feature.owner.FeatureOwners;
import dev.flagledger.command.feature.owner.OwningGroups;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of a feature. Its project, name, initial value and default never change. */
@Aggregate(type = "feature", cache = "currentAggregates")
class Feature {

    @AggregateIdentifier
    String id;

    private int projectId;
    private FeatureType type;
    private FeatureDetails details;
    private final FeatureOwners owners = new FeatureOwners();
    private final Options options = new Options();

    Feature() {}

    /** Creates a feature with a state in each environment of its project. */
    static Feature create(CreateFeature command, List<InitialState> states) {
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
                command.owners().users(),
                command.options(),
                states));
        if (!command.owners().groups().isEmpty()) {
            apply(new GroupOwnersChanged(command.featureId(), command.owners().groups()));
        }
        return feature;
    }

    @CommandHandler
    void handle(ChangeFeature command, Shares shares) {
        requireIn(command);
        int featureId = command.featureId();
        var changed = Edits.merged(command.details(), details);
        if (!changed.equals(details)) {
            apply(new FeatureChanged(featureId, changed));
        }
        options.change(command, command.options(), shares);
        options.check();
        if (command.type() != null && command.type() != type) {
            apply(new TypeChanged(featureId, command.type()));
        }
    }

    @CommandHandler
    void handle(AddOption command, Shares shares) {
        requireIn(command);
        options.add(command, command.option(), shares);
        options.check();
    }

    @CommandHandler
    void handle(ChangeOption command) {
        requireIn(command);
        options.change(command, command.option());
        options.check();
    }

    @CommandHandler
    void handle(RemoveOption command) {
        requireIn(command);
        options.require(command.optionId());
        apply(new OptionRemoved(command.featureId(), command.optionId()));
    }

    @CommandHandler
    void handle(AddOwners command) {
        requireIn(command);
        owners.handle(command);
    }

    @CommandHandler
    void handle(RemoveOwners command, OwningGroups groups) {
        requireIn(command);
        owners.handle(command, groups);
    }

    @CommandHandler
    void handle(AddGroupOwners command) {
        requireIn(command);
        owners.handle(command);
    }

    @CommandHandler
    void handle(RemoveGroupOwners command, OwningGroups groups) {
        requireIn(command);
        owners.handle(command, groups);
    }

    @CommandHandler
    void handle(DeleteFeature command) {
        requireIn(command);
        apply(new FeatureDeleted(command.featureId()));
    }

    @EventSourcingHandler
    void evolve(FeatureEvent event) {
        switch (event) {
            case FeatureCreated e -> {
                id = FeatureCommand.streamOf(e.featureId());
                projectId = e.projectId();
                type = e.type();
                details = e.details();
                owners.users(e.owners());
                e.options().forEach(options::put);
            }
            case FeatureChanged e -> details = e.details();
            case TypeChanged e -> type = e.type();
            case OwnersChanged e -> owners.users(e.owners());
            case GroupOwnersChanged e -> owners.groups(e.groups());
            case OptionAdded e -> put(e.option());
            case OptionChanged e -> put(e.option());
            case OptionRemoved e -> {
                options.remove(e.optionId());
                type = options.isEmpty() ? FeatureType.STANDARD : type;
            }
            case FeatureDeleted _ -> markDeleted();
        }
    }

    private void put(MultivariateOption option) {
        options.put(option);
        type = FeatureType.MULTIVARIATE;
    }

    /** Permissions were checked for the project that the command names. */
    private void requireIn(FeatureCommand command) {
        if (command.projectId() != projectId) {
            throw new Rejected(new Rejection.Missing("Feature"));
        }
    }
}
