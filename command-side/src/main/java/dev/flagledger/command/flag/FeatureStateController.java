package dev.flagledger.command.flag;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.flag.FlagCommand;
import dev.flagledger.api.flag.FlagCommand.ToggleFeature;
import dev.flagledger.api.flag.FlagCommand.UpdateFeatureState;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.engine.access.Sight;
import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.FlagState;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.view.FeatureStateView;
import dev.flagledger.platform.command.Commands;
import dev.flagledger.platform.fold.LiveFold;
import dev.flagledger.platform.http.Form;
import dev.flagledger.platform.log.Attribution;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Switching flags and giving them values: the default of a feature in an environment. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/featurestates/{id}")
class FeatureStateController {

    private final Commands commands;
    private final LiveFold<Installation> fold;

    FeatureStateController(Commands commands, LiveFold<Installation> fold) {
        this.commands = commands;
        this.fold = fold;
    }

    /** As in Flagsmith, what is left out stays as it is, here too. */
    @PutMapping
    FeatureStateView put(Attribution caller, @PathVariable String apiKey, @PathVariable int id, Form form) {
        int environmentId = update(caller, apiKey, id, form);
        var environment = fold.state().environment(environmentId).orElseThrow();
        return FeatureStateView.plain(environment, FlagState.standard(flag(environment, id)));
    }

    /** As in Flagsmith, the answer to a patch is brief. */
    @PatchMapping
    Patched patch(Attribution caller, @PathVariable String apiKey, @PathVariable int id, Form form) {
        int environmentId = update(caller, apiKey, id, form);
        var flag = flag(fold.state().environment(environmentId).orElseThrow(), id);
        return new Patched(flag.seed().featureId(), flag.standard().enabled());
    }

    /** What became of a patched feature state. */
    record Patched(int feature, boolean enabled) {}

    private int update(Attribution caller, String apiKey, int id, Form form) {
        var environment = new Sight(fold.state(), caller.actor()).within(apiKey, Permission.UPDATE_FEATURE_STATE);
        commands.send(command(flag(environment, id), form), caller);
        return environment.id();
    }

    private static FlagCommand command(Flag flag, Form form) {
        var now = flag.standard();
        boolean enabled = form.bool("enabled", now.enabled());
        var value = ValueForm.read(form, now.value());
        echoed(form, "feature", flag.seed().featureId(), "Cannot change the feature of a feature state");
        echoed(form, "environment", flag.seed().environmentId(), "Cannot change the environment of a feature state");
        form.validate();
        return form.has(ValueForm.FIELD)
                ? new UpdateFeatureState(
                        flag.seed(), new SettingChange(form.has("enabled") ? enabled : null, value, null))
                : new ToggleFeature(flag.seed(), enabled);
    }

    /** Clients may send the ids that they read, but not other ones. */
    private static void echoed(Form form, String field, int id, String problem) {
        if (form.integer(field, id) != id) {
            form.reject(field, problem);
        }
    }

    private static Flag flag(Environment environment, int id) {
        return Sight.found(environment.flagOfState(id), "FeatureState");
    }
}
