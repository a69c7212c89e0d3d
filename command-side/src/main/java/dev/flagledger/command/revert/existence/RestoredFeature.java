package dev.flagledger.command.revert.existence;

import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureCommand.RestoreFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.identity.ManagedIdentityCommand.OverrideForIdentity;
import dev.flagledger.command.feature.owner.PossibleOwners;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.IdentityOverride;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.stream.Stream;

/**
 * Creates a deleted feature again, with its options, its values and its overrides for the segments that still exist, in the environments
 * that do. All but the feature itself get their former ids.
 *
 * @param id the new id
 */
record RestoredFeature(Feature former, Project then, Project now, Installation installation, int id) {

    RestoreFeature command() {
        return new RestoreFeature(
                new CreateFeature(
                        id,
                        former.uuid(),
                        now.id(),
                        former.name(),
                        former.type(),
                        former.initialValue(),
                        former.defaultEnabled(),
                        details(),
                        owners(),
                        List.copyOf(former.options().values())),
                flags().map(this::state).toList(),
                flags().flatMap(flag -> flag.identities().values().stream().map(of -> override(flag, of)))
                        .toList());
    }

    private Stream<Flag> flags() {
        return now.environments().keySet().stream()
                .flatMap(environment -> Stream.ofNullable(then.environments().get(environment)))
                .flatMap(environment -> Stream.ofNullable(environment.flags().get(former.id())));
    }

    private FeatureDetails details() {
        var details = former.details();
        return new FeatureDetails(
                details.description(),
                details.archived(),
                details.serverKeyOnly(),
                details.tags().stream().filter(now.tags()::containsKey).toList(),
                details.metadata());
    }

    private Owners owners() {
        var gone = PossibleOwners.withoutAccess(installation, now.id(), former.owners());
        var groups = PossibleOwners.groups(installation, now.id());
        return new Owners(
                former.owners().stream().filter(user -> !gone.contains(user)).toList(),
                former.groupOwners().stream().filter(groups::contains).toList());
    }

    private InitialState state(Flag flag) {
        var state = flag.environmentDefault();
        return new InitialState(
                flag.environmentId(),
                id,
                state.id(),
                state.uuid(),
                state.setting(),
                flag.order().withState().stream()
                        .filter(override -> now.segments().containsKey(override.segmentId()))
                        .flatMap(RestoredFeature::seed)
                        .toList());
    }

    private static Stream<SegmentSeed> seed(SegmentOverride override) {
        return Stream.ofNullable(override.state())
                .map(state -> new SegmentSeed(
                        override.segmentId(), Retained.ids(override, state), override.priority(), state.setting()));
    }

    private OverrideForIdentity override(Flag flag, IdentityOverride override) {
        var state = override.state();
        return new OverrideForIdentity(
                flag.environmentId(),
                override.identityId(),
                override.identifier(),
                id,
                state.id(),
                state.uuid(),
                state.setting());
    }
}
