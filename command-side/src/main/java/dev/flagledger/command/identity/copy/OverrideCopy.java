package dev.flagledger.command.identity.copy;

import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.OwnState;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.installation.id.Ids;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Computes the overrides that an identity gets as a copy of another identity's. */
@Component
final class OverrideCopy {

    private final Ids ids;

    OverrideCopy(Ids ids) {
        this.ids = ids;
    }

    List<OwnState> of(Environment environment, int source, int target) {
        var states = environment.overridesOf(source);
        int shares = states.stream()
                .mapToInt(state -> state.state().variants().size())
                .sum();
        var stateIds = ids.many(Ids.Kind.FEATURE_STATE, states.size());
        var shareIds = ids.many(Ids.Kind.VARIANT, shares);
        return states.stream()
                .map(state -> {
                    var override = state.flag().identities().get(target);
                    var known = override == null
                            ? List.<Variant>of()
                            : override.state().variants();
                    var setting = setting(state.state(), known, shareIds);
                    return new OwnState(state.flag().featureId(), stateIds.next(), UUID.randomUUID(), setting);
                })
                .toList();
    }

    /** A variant for an option that the target already has a variant for keeps that variant's id. */
    private static Setting setting(FeatureState source, List<Variant> known, Iterator<Integer> ids) {
        var shares = source.variants().stream()
                .map(share -> {
                    int id = known.stream()
                            .filter(own -> own.optionId() == share.optionId())
                            .findAny()
                            .map(Variant::id)
                            .orElseGet(ids::next);
                    return new Variant(id, share.optionId(), share.percentage());
                })
                .toList();
        return new Setting(source.enabled(), source.value(), shares);
    }
}
