package dev.flagledger.command.flag.state;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.FlagCommand.UpdateSegmentOverride;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.DirectWrites;
import dev.flagledger.command.flag.form.ReadOnlyStateFields;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.form.StateForm.Style;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.engine.state.flag.FlagState;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change feature states of any kind by id. */
@RestController
@RequestMapping("/api/v1/features/featurestates/{id}")
class StateController {

    private final StateForm states;

    StateController(StateForm states) {
        this.states = states;
    }

    @PutMapping
    FeatureStateView put(CommandContext context, @PathVariable int id, Form form) {
        form.integer("feature");
        form.integer("environment");
        return patch(context, id, form);
    }

    @PatchMapping
    FeatureStateView patch(CommandContext context, @PathVariable int id, Form form) {
        var access = context.access();
        var found = state(access, id);
        access.require(
                found.value().segment() == null ? Permission.UPDATE_FEATURE_STATE : Permission.MANAGE_SEGMENT_OVERRIDES,
                new Scope.OfFlag(found.environment().id(), found.value().flag().featureId()));
        if (found.value().identity() == null) {
            DirectWrites.requireAllowed(found.environment());
        }
        ReadOnlyStateFields.require(form, found);
        var feature = found.project().feature(found.value().flag().featureId());
        var change =
                states.change(form, Style.TYPED, feature, found.value().state().setting());
        context.send(command(found, change));
        var current = state(context.access(), id);
        return FeatureStateView.typed(current.environment(), current.value());
    }

    private static Found<FlagState> state(AccessContext access, int id) {
        return found(new StateLocator(access).state(state -> state.id() == id), "FeatureState");
    }

    private static LedgerCommand command(Found<FlagState> found, SettingChange change) {
        var state = found.value();
        var flag = state.flag().id();
        var segment = state.segment();
        var identity = state.identity();
        if (segment != null) {
            return new UpdateSegmentOverride(flag, segment.segmentId(), change);
        }
        return identity == null
                ? EnvironmentDefaultCommands.of(flag, change)
                : new UpdateIdentityOverride(flag.environmentId(), identity.identityId(), flag.featureId(), change);
    }
}
