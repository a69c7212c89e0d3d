package dev.flagledger.command.environment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Unfit.Cause;
import dev.flagledger.api.environment.EnvironmentCommand;
import dev.flagledger.api.environment.EnvironmentCommand.AddServerKey;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.ChangeServerKey;
import dev.flagledger.api.environment.EnvironmentCommand.CloneEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.DeleteTrait;
import dev.flagledger.api.environment.EnvironmentCommand.DisableVersioning;
import dev.flagledger.api.environment.EnvironmentCommand.EnableVersioning;
import dev.flagledger.api.environment.EnvironmentCommand.ExportFeatures;
import dev.flagledger.api.environment.EnvironmentCommand.NoteEvaluation;
import dev.flagledger.api.environment.EnvironmentCommand.RemoveServerKey;
import dev.flagledger.api.environment.EnvironmentCommand.RestoreEnvironment;
import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCloned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentCreated;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.FirstEvaluated;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyChanged;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyFirstUsed;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyRemoved;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.EnvironmentEvent.VersioningDisabled;
import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.command.edit.Edits;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of an environment: its settings and server-side keys. */
@Aggregate(type = "environment", cache = "currentAggregates")
class Environment {

    @AggregateIdentifier
    String id;

    private int projectId;
    private EnvironmentSettings settings;
    private boolean versioned;
    private boolean evaluated;
    private final EnvironmentServerKeys serverKeys = new EnvironmentServerKeys();

    Environment() {}

    /** Creates an environment with a state for each feature of its project. */
    static Environment create(CreateEnvironment command, List<InitialState> states) {
        var environment = new Environment();
        apply(new EnvironmentCreated(
                command.environmentId(), command.uuid(), command.projectId(), command.settings(), states));
        return environment;
    }

    /** Creates an environment that is as a deleted one was. */
    static Environment restore(RestoreEnvironment command, List<InitialState> states) {
        var environment = create(command.environment(), states);
        if (command.versioning() != null) {
            apply(new VersioningEnabled(command.environmentId(), command.versioning()));
        }
        return environment;
    }

    /** Creates a copy of an environment with another name and key. */
    static Environment clone(
            CloneEnvironment command, EnvironmentSettings settings, List<InitialState> states, boolean versioned) {
        var environment = new Environment();
        apply(new EnvironmentCloned(
                command.environmentId(), command.uuid(), command.projectId(), command.sourceId(), settings, states));
        if (versioned) {
            apply(new VersioningEnabled(command.environmentId(), command.uuid()));
        }
        return environment;
    }

    @CommandHandler
    void handle(ChangeEnvironment command) {
        if (command.projectId() != projectId) {
            throw new Rejected(new Rejection.Missing("Environment"));
        }
        var changed = Edits.merged(command.settings(), settings);
        if (!changed.equals(settings)) {
            apply(new EnvironmentChanged(command.environmentId(), changed));
        }
    }

    @CommandHandler
    void handle(EnableVersioning command) {
        if (versioned) {
            throw new Rejected(new Rejection.Unfit(Cause.VERSIONED));
        }
        apply(new VersioningEnabled(command.environmentId(), command.uuid()));
    }

    @CommandHandler
    void handle(DisableVersioning command) {
        if (!versioned) {
            throw new Rejected(new Rejection.Unfit(Cause.UNVERSIONED));
        }
        apply(new VersioningDisabled(command.environmentId()));
    }

    @CommandHandler
    void handle(NoteEvaluation command) {
        if (!evaluated) {
            apply(new FirstEvaluated(command.environmentId(), command.sdk()));
        }
    }

    @CommandHandler
    void handle(DeleteTrait command) {
        apply(new TraitDeleted(command.environmentId(), command.key()));
    }

    @CommandHandler
    void handle(ExportFeatures command) {
        apply(new FeaturesExported(command.environmentId(), command.exportId()));
    }

    @CommandHandler
    void handle(DeleteEnvironment command) {
        apply(new EnvironmentDeleted(command.environmentId()));
    }

    @CommandHandler
    void handle(AddServerKey command) {
        apply(new ServerKeyAdded(command.environmentId(), command.key()));
    }

    @CommandHandler
    void handle(ChangeServerKey command) {
        serverKeys.changed(command).ifPresent(AggregateLifecycle::apply);
    }

    @CommandHandler
    void handle(RemoveServerKey command) {
        serverKeys.require(command.keyId());
        apply(new ServerKeyRemoved(command.environmentId(), command.keyId()));
    }

    @EventSourcingHandler
    void evolve(EnvironmentEvent event) {
        switch (event) {
            case EnvironmentCreated e -> start(e.environmentId(), e.projectId(), e.settings());
            case EnvironmentCloned e -> start(e.environmentId(), e.projectId(), e.settings());
            case EnvironmentChanged e -> settings = e.settings();
            case VersioningEnabled _ -> versioned = true;
            case VersioningDisabled _ -> versioned = false;
            case ServerKeyAdded e -> serverKeys.evolve(e);
            case ServerKeyChanged e -> serverKeys.evolve(e);
            case ServerKeyRemoved e -> serverKeys.evolve(e);
            case FirstEvaluated _ -> evaluated = true;
            case ServerKeyFirstUsed _, TraitDeleted _, FeaturesExported _ -> {}
            case EnvironmentDeleted _ -> markDeleted();
        }
    }

    private void start(int environmentId, int ofProject, EnvironmentSettings initial) {
        id = EnvironmentCommand.streamOf(environmentId);
        projectId = ofProject;
        settings = initial;
    }
}
