package dev.flagledger.query.flag;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.permission.StateLocator;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.query.past.TimeTravels;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads all feature states of an environment, overrides included. */
@RestController
@RequestMapping("/api/v1/features/featurestates")
class StateController {

    @TimeTravels
    @GetMapping
    Page<FeatureStateView> list(
            AccessContext access,
            @RequestParam(required = false) @Nullable String environment,
            Form query,
            HttpServletRequest request) {
        var in = environment(access, environment);
        var feature = choice(query, "feature", in.flags()::containsKey);
        var place =
                choice(query, "feature_segment", id -> StateLocator.places(in).anyMatch(known -> known.id() == id));
        query.validate();
        var states = StateLocator.states(in)
                .filter(state -> feature == null || state.flag().featureId() == feature)
                .filter(state -> place == null || stands(state, place))
                .sorted(Comparator.comparingInt(FlagState::id))
                .toList();
        return PageRequest.fixed(request).of(states).map(state -> FeatureStateView.typed(in, state));
    }

    @GetMapping("/get-by-uuid/{uuid}")
    FeatureStateView retrieve(AccessContext access, @PathVariable UUID uuid) {
        var found = found(
                new StateLocator(access).state(state -> state.state().uuid().equals(uuid)), "FeatureState");
        access.require(
                Permission.VIEW_ENVIRONMENT,
                new Scope.OfEnvironment(found.environment().id()));
        return FeatureStateView.typed(found.environment(), found.value());
    }

    private static boolean stands(FlagState state, int place) {
        var segment = state.segment();
        return segment != null && segment.featureSegmentId() == place;
    }

    private static Environment environment(AccessContext access, @Nullable String environment) {
        return Optional.ofNullable(environment)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .filter(id -> access.may(Permission.VIEW_ENVIRONMENT, new Scope.OfEnvironment(id)))
                .flatMap(id -> access.installation().environment(id))
                .orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
    }

    private static @Nullable Integer choice(Form query, String name, IntPredicate known) {
        var text = query.textOrBlank(name, Integer.MAX_VALUE, "");
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("\\d{1,9}") && known.test(Integer.parseInt(text))) {
            return Integer.valueOf(text);
        }
        query.reject(name, QueryTexts.NOT_A_CHOICE);
        return null;
    }
}
