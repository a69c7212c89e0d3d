package dev.flagledger.command.identity;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.api.identity.ManagedIdentityCommand.RemoveIdentityOverride;
import dev.flagledger.api.identity.ManagedIdentityCommand.UpdateIdentityOverride;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.flag.form.ReadOnlyIds;
import dev.flagledger.command.flag.form.StateForm;
import dev.flagledger.command.flag.form.StateForm.Style;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.installation.identity.Identities;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that override flags for one identity. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/identities/{identityId}/featurestates")
class OverrideController {

    private final Ids ids;
    private final StateForm states;
    private final Identities identities;

    OverrideController(Ids ids, StateForm states, Identities identities) {
        this.ids = ids;
        this.states = states;
        this.identities = identities;
    }

    /** A missing, invalid or foreign feature is answered as forbidden. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FeatureStateView create(
            CommandContext context, @PathVariable String apiKey, @PathVariable int identityId, Form form) {
        var environment = environment(context, apiKey);
        var feature = feature(context, environment, form.raw("feature").asInt(0))
                .orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
        var setting = states.start(form, Style.PLAIN, feature);
        var identity = found(identities.find(environment.id(), identityId), "Identity");
        int id = ids.next(Ids.Kind.FEATURE_STATE);
        context.send(new OverrideForIdentity(
                environment.id(), identityId, identity.identifier(), feature.id(), id, UUID.randomUUID(), setting));
        return view(context, environment, identityId, id);
    }

    /** Omitted fields keep their values, as in Flagsmith. */
    @PutMapping("/{id}")
    FeatureStateView put(
            CommandContext context,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            @PathVariable int id,
            Form form) {
        var environment = environment(context, apiKey);
        var current = own(environment, identityId, id);
        requireEchoes(form, current);
        var feature = found(feature(context, environment, current.flag().featureId()), "Feature");
        send(
                context,
                identityId,
                current,
                states.change(form, Style.PLAIN, feature, current.state().setting()));
        return view(context, environment, identityId, id);
    }

    /** Ignores variants and answers briefly, as Flagsmith does. */
    @PatchMapping("/{id}")
    Patched patch(
            CommandContext context,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            @PathVariable int id,
            Form form) {
        var environment = environment(context, apiKey);
        var current = own(environment, identityId, id);
        requireEchoes(form, current);
        send(
                context,
                identityId,
                current,
                StateForm.withoutShares(form, Style.PLAIN, current.state().setting()));
        var patched = view(context, environment, identityId, id);
        return new Patched(patched.feature(), patched.enabled());
    }

    /** The answer to a patch. */
    record Patched(int feature, boolean enabled) {}

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            CommandContext context, @PathVariable String apiKey, @PathVariable int identityId, @PathVariable int id) {
        var environment = environment(context, apiKey);
        var featureId = own(environment, identityId, id).flag().featureId();
        context.send(new RemoveIdentityOverride(environment.id(), identityId, featureId));
    }

    private static Environment environment(CommandContext context, String apiKey) {
        return context.access().within(apiKey, Permission.UPDATE_FEATURE_STATE);
    }

    private static Optional<Feature> feature(CommandContext context, Environment environment, int id) {
        return context.installation()
                .project(environment.projectId())
                .flatMap(project -> Optional.ofNullable(project.features().get(id)));
    }

    private static void send(CommandContext context, int identityId, FlagState current, SettingChange change) {
        var flag = current.flag().id();
        context.send(new UpdateIdentityOverride(flag.environmentId(), identityId, flag.featureId(), change));
    }

    private static FeatureStateView view(CommandContext context, Environment before, int identityId, int id) {
        var environment = found(context.installation().environment(before.id()), "Environment");
        return FeatureStateView.plain(environment, own(environment, identityId, id));
    }

    private static FlagState own(Environment environment, int identityId, int id) {
        Predicate<FlagState> predicate = state -> state.id() == id;
        return found(
                environment.overridesOf(identityId).stream().filter(predicate).findAny(), "FeatureState");
    }

    private static void requireEchoes(Form form, FlagState state) {
        ReadOnlyIds.require(form, "environment", state.flag().environmentId());
        ReadOnlyIds.require(form, "feature", state.flag().featureId());
    }
}
