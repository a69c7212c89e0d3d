package dev.flagledger.command.flag.state;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.access.permission.StateLocator.Found;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.DirectWrites;
import dev.flagledger.command.flag.form.IdentityField;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.FeatureTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that create feature states, in plain and in typed notation. */
@RestController
class StateCreationController {

    private final StateCreation creation;

    StateCreationController(StateCreation creation) {
        this.creation = creation;
    }

    @PostMapping("/api/v1/environments/{apiKey}/featurestates")
    @ResponseStatus(HttpStatus.CREATED)
    FeatureStateView post(CommandContext context, @PathVariable String apiKey, Form form) {
        var access = context.access();
        var environment = access.within(apiKey, permission(form));
        DirectWrites.requireAllowed(environment);
        var feature = feature(access, environment, form);
        var state = state(context, creation.create(context, access, feature, form), environment);
        return FeatureStateView.plain(state.environment(), state.value());
    }

    @PostMapping("/api/v1/features/featurestates")
    @ResponseStatus(HttpStatus.CREATED)
    FeatureStateView post(CommandContext context, Form form) {
        var access = context.access();
        var environment = environment(access, form);
        if (!IdentityField.isPresentIn(form)) {
            DirectWrites.requireAllowed(environment);
        }
        var state = state(
                context, creation.createTyped(context, access, feature(access, environment, form), form), environment);
        return FeatureStateView.typed(state.environment(), state.value());
    }

    /** The permission depends on the environment, so without one the request is forbidden. */
    private static Environment environment(AccessContext access, Form form) {
        return id(form, "environment")
                .filter(id -> access.mayOnSome(permission(form), new Scope.OfEnvironment(id)))
                .flatMap(id -> access.installation().environment(id))
                .orElseThrow(StateCreationController::forbidden);
    }

    private static Permission permission(Form form) {
        return form.raw("feature_segment").isNull()
                ? Permission.UPDATE_FEATURE_STATE
                : Permission.MANAGE_SEGMENT_OVERRIDES;
    }

    /** A feature that the caller may not know of is answered as forbidden, like one that does not exist. */
    private static Found<Feature> feature(AccessContext access, Environment environment, Form form) {
        var project = found(access.installation().project(environment.projectId()), "Project");
        int id = id(form, "feature").orElseThrow(StateCreationController::forbidden);
        var feature = project.features().get(id);
        if (feature != null) {
            return new Found<>(project, environment, feature);
        }
        boolean known = access.installation()
                .projectOfFeature(id)
                .filter(other -> access.may(Permission.VIEW_PROJECT, new Scope.OfProject(other.id())))
                .isPresent();
        throw known ? InvalidInput.fields(Map.of("feature", List.of(FeatureTexts.NOT_IN_PROJECT))) : forbidden();
    }

    private static Optional<Integer> id(Form form, String field) {
        return TextRules.textOf(form.raw(field))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    private static Found<FlagState> state(CommandContext context, int id, Environment environment) {
        var installation = context.installation();
        var current = found(installation.environment(environment.id()), "Environment");
        var state =
                StateLocator.states(current).filter(known -> known.id() == id).findFirst();
        return new Found<>(
                found(installation.project(current.projectId()), "Project"), current, found(state, "FeatureState"));
    }

    private static Rejected forbidden() {
        return new Rejected(new Rejection.Forbidden());
    }
}
