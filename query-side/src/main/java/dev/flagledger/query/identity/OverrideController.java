package dev.flagledger.query.identity;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.past.PastState;
import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.contract.view.flag.IdentityFlagView;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.identity.Identities;
import dev.flagledger.installation.identity.KnownTrait;
import dev.flagledger.installation.identity.Traits;
import dev.flagledger.query.past.PastIdentities;
import dev.flagledger.query.past.ShownState;
import dev.flagledger.query.past.TimeTravels;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the overrides of an identity, and its evaluated flags. */
@RestController
@RequestMapping("/api/v1/environments/{apiKey}/identities/{identityId}/featurestates")
class OverrideController {

    private final Identities identities;
    private final Traits traits;
    private final PastIdentities past;

    OverrideController(Identities identities, Traits traits, PastIdentities past) {
        this.identities = identities;
        this.traits = traits;
        this.past = past;
    }

    @GetMapping
    Page<FeatureStateView> list(
            AccessContext access,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            @RequestParam(required = false) @Nullable Integer feature,
            @RequestParam(name = "feature_name", required = false) @Nullable String featureName,
            HttpServletRequest request) {
        var environment = access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        found(identities.find(environment.id(), identityId), "Identity");
        var project = project(access, environment.projectId());
        var states = environment.overridesOf(identityId).stream()
                .filter(state -> feature == null || state.flag().featureId() == feature)
                .filter(state -> featureName == null || hasFeature(project, state, featureName))
                .toList();
        return PageRequest.fixed(request).of(states).map(state -> FeatureStateView.listed(environment, state));
    }

    @GetMapping("/{id}")
    FeatureStateView retrieve(
            AccessContext access, @PathVariable String apiKey, @PathVariable int identityId, @PathVariable int id) {
        var environment = access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        var state = environment.overridesOf(identityId).stream()
                .filter(own -> own.id() == id)
                .findAny();
        return FeatureStateView.plain(environment, found(state, "FeatureState"));
    }

    @TimeTravels
    @GetMapping("/all")
    List<IdentityFlagView> all(
            AccessContext access,
            @PathVariable String apiKey,
            @PathVariable int identityId,
            HttpServletRequest request) {
        var environment = access.within(apiKey, Permission.VIEW_ENVIRONMENT);
        var evaluated = ShownState.of(request)
                .map(state -> then(environment, identityId, state))
                .orElseGet(() -> now(environment, identityId));
        return IdentityFlagView.all(project(access, environment.projectId()), environment, evaluated);
    }

    private EvaluatedIdentity now(Environment environment, int id) {
        var identity = found(identities.find(environment.id(), id), "Identity");
        var itsTraits = traits.of(id).stream().map(KnownTrait::trait).toList();
        return new EvaluatedIdentity(id, identity.identifier(), itsTraits);
    }

    private EvaluatedIdentity then(Environment environment, int id, PastState state) {
        var identity = found(past.find(environment.id(), id, state.at()), "Identity");
        return new EvaluatedIdentity(id, identity.identifier(), identity.traits());
    }

    private static boolean hasFeature(Project project, FlagState state, String name) {
        return project.feature(state.flag().featureId()).name().equalsIgnoreCase(name);
    }

    private static Project project(AccessContext access, int id) {
        return found(access.installation().project(id), "Project");
    }
}
