package dev.flagledger.command.flag.state;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.command.flag.DirectWrites;
import dev.flagledger.command.flag.form.ReadOnlyIds;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.form.StateForm.Style;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.Attribution;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that change the default of a feature in an environment. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/featurestates/{id}")
class FeatureStateController {

    private static final String STATE = "FeatureState";

    private final Commands commands;
    private final History<Installation> fold;
    private final StateForm states;
    private final StateChanges changes;

    FeatureStateController(Commands commands, History<Installation> fold, StateForm states, StateChanges changes) {
        this.commands = commands;
        this.fold = fold;
        this.states = states;
        this.changes = changes;
    }

    /** Omitted fields keep their values, as in Flagsmith. */
    @PutMapping
    FeatureStateView put(Attribution caller, @PathVariable String apiKey, @PathVariable int id, Form form) {
        var found = flag(caller, apiKey, id);
        var flag = found.thing();
        requireEchoes(form, flag);
        send(
                caller,
                flag,
                states.change(
                        form,
                        Style.PLAIN,
                        feature(found),
                        flag.environmentDefault().setting()));
        var environment = now(flag);
        return FeatureStateView.plain(
                environment, FlagState.environmentDefault(found(environment.flagOfState(id), STATE)));
    }

    /** Ignores variants and answers briefly, as Flagsmith does. */
    @PatchMapping
    Patched patch(Attribution caller, @PathVariable String apiKey, @PathVariable int id, Form form) {
        var flag = flag(caller, apiKey, id).thing();
        requireEchoes(form, flag);
        send(
                caller,
                flag,
                StateForm.withoutShares(
                        form, Style.PLAIN, flag.environmentDefault().setting()));
        var patched = found(now(flag).flagOfState(id), STATE);
        return new Patched(
                patched.id().featureId(), patched.environmentDefault().enabled());
    }

    /** The answer to a patch. */
    record Patched(int feature, boolean enabled) {}

    /** A default cannot be deleted: it is reset to the initial state, but off. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Attribution caller, @PathVariable String apiKey, @PathVariable int id) {
        var found = flag(caller, apiKey, id);
        var flag = found.thing();
        var reset = Reset.of(found.project(), flag);
        send(caller, flag, changes.change(reset, flag.environmentDefault().setting()));
    }

    private void send(Attribution caller, Flag flag, SettingChange change) {
        commands.send(new UpdateFeatureState(flag.id(), change), caller);
    }

    private Found<Flag> flag(Attribution caller, String apiKey, int id) {
        var installation = fold.state();
        var environment =
                new AccessContext(installation, caller.actor()).within(apiKey, Permission.UPDATE_FEATURE_STATE);
        DirectWrites.require(environment);
        var project = found(installation.project(environment.projectId()), "Project");
        return new Found<>(project, environment, found(environment.flagOfState(id), STATE));
    }

    private Environment now(Flag flag) {
        return found(fold.state().environment(flag.id().environmentId()), "Environment");
    }

    private static Feature feature(Found<Flag> found) {
        return found.project().feature(found.thing().id().featureId());
    }

    private static void requireEchoes(Form form, Flag flag) {
        if (form.has("environment") && form.raw("environment").isNull()) {
            form.reject("environment", "Environment may not be null.");
        } else {
            ReadOnlyIds.require(form, "environment", flag.id().environmentId());
        }
        ReadOnlyIds.require(form, "feature", flag.id().featureId());
    }
}
