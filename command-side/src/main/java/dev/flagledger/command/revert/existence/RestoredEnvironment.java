package dev.flagledger.command.revert.existence;

import dev.flagledger.api.environment.EnvironmentCommand.CreateEnvironment;
import dev.flagledger.api.environment.EnvironmentCommand.RestoreEnvironment;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.identity.ManagedIdentityCommand.RestoreIdentity;
import dev.flagledger.command.revert.plan.Plan.Lost;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates a deleted environment again, with its client key, its settings, the states of the features and the overrides for the segments
 * that still exist, and those of its identities that had overrides. All but the environment and these identities get their former ids.
 *
 * @param id the new id
 */
record RestoredEnvironment(
        Environment former, Project now, IdentityLookup identities, ToIntFunction<Ids.Kind> drawn, int id) {

    RestoreEnvironment command() {
        return new RestoreEnvironment(
                new CreateEnvironment(id, former.uuid(), now.id(), former.settings()),
                flags().map(this::state).toList(),
                versioning(),
                overridden());
    }

    /** Their secrets were deleted with the environment. */
    List<Lost> lost() {
        var keys = former.serverKeys().values().stream()
                .map(issued ->
                        new Lost("SERVER_KEY", issued.key().id(), issued.key().name()));
        var webhooks = Stream.concat(
                        former.webhooks().ofChanges().values().stream(),
                        former.webhooks().ofIdentitiesById().values().stream())
                .map(webhook ->
                        new Lost("WEBHOOK", webhook.id(), webhook.settings().url()));
        return Stream.concat(keys, webhooks).toList();
    }

    private Stream<Flag> flags() {
        return now.features().keySet().stream()
                .flatMap(feature -> Stream.ofNullable(former.flags().get(feature)));
    }

    /** The first versions of the restored flags are not those of the former ones. */
    private @Nullable UUID versioning() {
        return former.versioning() == null
                ? null
                : UUID.nameUUIDFromBytes((former.versioning() + "/" + id).getBytes(StandardCharsets.UTF_8));
    }

    private InitialState state(Flag flag) {
        var feature = now.feature(flag.featureId());
        var state = flag.environmentDefault();
        return new InitialState(
                id,
                feature.id(),
                state.id(),
                state.uuid(),
                state.setting().retaining(feature.options().keySet()),
                flag.order().withState().stream()
                        .filter(override -> now.segments().containsKey(override.segmentId()))
                        .flatMap(override -> seed(override, feature))
                        .toList());
    }

    private static Stream<SegmentSeed> seed(SegmentOverride override, Feature feature) {
        return Stream.ofNullable(override.state())
                .map(state -> new SegmentSeed(
                        override.segmentId(),
                        Retained.ids(override, state),
                        override.priority(),
                        state.setting().retaining(feature.options().keySet())));
    }

    /** Without those whose personal data was erased. */
    private List<RestoreIdentity> overridden() {
        var overridden = flags().flatMap(flag -> flag.identities().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        overridden.removeAll(identities.erased(overridden));
        return overridden.stream()
                .map(identity -> new RestoredIdentity(former, now, identity, identities.last(former.id(), identity)))
                .flatMap(identity -> identity.identifier().stream()
                        .map(name -> identity.command(id, drawn.applyAsInt(Ids.Kind.IDENTITY), name, drawn)))
                .toList();
    }
}
