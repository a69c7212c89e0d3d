package dev.flagledger.command.flag.state;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.FlagCommand.UpdateSegmentOverride;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import dev.flagledger.command.flag.DirectWrites;
import dev.flagledger.command.flag.form.ReadOnlyStateFields;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.form.StateForm.Style;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change feature states of any kind by id. */
@RestController
@RequestMapping("/api/v1/features/featurestates/{id}")
class StateController {

    private final Commands commands;
    private final History<Installation> fold;
    private final StateForm states;

    StateController(Commands commands, History<Installation> fold, StateForm states) {
        this.commands = commands;
        this.fold = fold;
        this.states = states;
    }

    @PutMapping
    FeatureStateView put(Attribution caller, @PathVariable int id, Form form) {
        form.integer("feature");
        form.integer("environment");
        return patch(caller, id, form);
    }

    @PatchMapping
    FeatureStateView patch(Attribution caller, @PathVariable int id, Form form) {
        var access = new AccessContext(fold.state(), caller.actor());
        var found = state(access, id);
        access.require(
                found.thing().segment() == null ? Permission.UPDATE_FEATURE_STATE : Permission.MANAGE_SEGMENT_OVERRIDES,
                new Scope.OfEnvironment(found.environment().id()));
        if (found.thing().identity() == null) {
            DirectWrites.require(found.environment());
        }
        ReadOnlyStateFields.require(form, found);
        var feature = found.project().feature(found.thing().flag().id().featureId());
        var change =
                states.change(form, Style.TYPED, feature, found.thing().state().setting());
        commands.send(command(found, change), caller);
        var now = state(new AccessContext(fold.state(), caller.actor()), id);
        return FeatureStateView.typed(now.environment(), now.thing());
    }

    private static Found<FlagState> state(AccessContext access, int id) {
        return found(new StateLocator(access).state(state -> state.id() == id), "FeatureState");
    }

    private static LedgerCommand command(Found<FlagState> found, SettingChange change) {
        var state = found.thing();
        var flag = state.flag().id();
        var segment = state.segment();
        var identity = state.identity();
        if (segment != null) {
            return new UpdateSegmentOverride(flag, segment.segmentId(), change);
        }
        return identity == null
                ? new UpdateFeatureState(flag, change)
                : new UpdateIdentityOverride(flag.environmentId(), identity.identityId(), flag.featureId(), change);
    }
}
