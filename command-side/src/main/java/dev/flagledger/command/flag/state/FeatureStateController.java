package dev.flagledger.command.flag.state;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.DirectWrites;
import dev.flagledger.command.flag.form.ReadOnlyIds;
import dev.flagledger.command.flag.form.StateChanges;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.form.StateForm.Style;
import dev.flagledger.contract.error.text.project.FlagTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
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

    private final StateForm states;
    private final StateChanges changes;

    FeatureStateController(StateForm states, StateChanges changes) {
        this.states = states;
        this.changes = changes;
    }

    /** Omitted fields keep their values, as in Flagsmith. */
    @PutMapping
    FeatureStateView put(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        var found = flag(context, apiKey, id);
        var flag = found.value();
        requireEchoes(form, flag);
        send(
                context,
                flag,
                states.change(
                        form,
                        Style.PLAIN,
                        feature(found),
                        flag.environmentDefault().setting()));
        var environment = current(context, flag);
        return FeatureStateView.plain(
                environment, FlagState.environmentDefault(found(environment.flagOfState(id), STATE)));
    }

    /** Ignores variants and answers briefly, as Flagsmith does. */
    @PatchMapping
    Patched patch(CommandContext context, @PathVariable String apiKey, @PathVariable int id, Form form) {
        var flag = flag(context, apiKey, id).value();
        requireEchoes(form, flag);
        send(
                context,
                flag,
                StateForm.withoutShares(
                        form, Style.PLAIN, flag.environmentDefault().setting()));
        var patched = found(current(context, flag).flagOfState(id), STATE);
        return new Patched(patched.featureId(), patched.environmentDefault().enabled());
    }

    /** The answer to a patch. */
    record Patched(int feature, boolean enabled) {}

    /** A default cannot be deleted: it is reset to the initial state, but off. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(CommandContext context, @PathVariable String apiKey, @PathVariable int id) {
        var found = flag(context, apiKey, id);
        var flag = found.value();
        var reset = Reset.of(found.project(), flag);
        send(context, flag, changes.change(reset, flag.environmentDefault().setting()));
    }

    private static void send(CommandContext context, Flag flag, SettingChange change) {
        context.send(EnvironmentDefaultCommands.of(flag.id(), change));
    }

    private static Found<Flag> flag(CommandContext context, String apiKey, int id) {
        var access = context.access();
        var environment = access.within(apiKey, Permission.UPDATE_FEATURE_STATE);
        DirectWrites.requireAllowed(environment);
        var project = found(access.installation().project(environment.projectId()), "Project");
        return new Found<>(project, environment, found(environment.flagOfState(id), STATE));
    }

    private static Environment current(CommandContext context, Flag flag) {
        return found(context.installation().environment(flag.environmentId()), "Environment");
    }

    private static Feature feature(Found<Flag> found) {
        return found.project().feature(found.value().featureId());
    }

    private static void requireEchoes(Form form, Flag flag) {
        if (form.has("environment") && form.raw("environment").isNull()) {
            form.reject("environment", FlagTexts.ENVIRONMENT_REQUIRED);
        } else {
            ReadOnlyIds.require(form, "environment", flag.environmentId());
        }
        ReadOnlyIds.require(form, "feature", flag.featureId());
    }
}
