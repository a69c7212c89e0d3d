package dev.flagledger.engine.view;

import dev.flagledger.engine.state.Environment;
import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.Installation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feature as the admin API has it.
 *
 * @param environmentFeatureState its default state in the environment that was asked about; null if none was
 * @param numSegmentOverrides overrides in that environment, else 0
 * @param numIdentityOverrides likewise, but null instead of 0
 */
public record FeatureView(
        int id,
        String name,
        String type,
        boolean defaultEnabled,
        @Nullable String initialValue,
        String createdDate,
        @Nullable String description,
        List<Integer> tags,
        List<Object> multivariateOptions,
        boolean isArchived,
        List<AuthorView> owners,
        List<Object> groupOwners,
        UUID uuid,
        int project,
        @Nullable EmbeddedState environmentFeatureState,
        @Nullable EmbeddedState segmentFeatureState,
        int numSegmentOverrides,
        @Nullable Integer numIdentityOverrides,
        boolean isNumIdentityOverridesComplete,
        boolean isServerKeyOnly,
        @Nullable String lastModifiedInAnyEnvironment,
        @Nullable String lastModifiedInCurrentEnvironment,
        List<Object> metadata,
        List<Object> codeReferencesCounts) {

    /** A feature state inside a feature's answer. */
    public record EmbeddedState(
            int id,
            @Nullable Object featureStateValue,
            int environment,
            @Nullable Integer identity,
            @Nullable Integer featureSegment,
            boolean enabled) {

        static EmbeddedState of(Environment environment, Flag flag) {
            var state = flag.standard();
            return new EmbeddedState(state.id(), state.value().plain(), environment.id(), null, null, state.enabled());
        }
    }

    /** The feature by itself, or with how it stands in one environment of its project. */
    public static FeatureView of(Installation installation, Feature feature, @Nullable Environment environment) {
        var flag = environment == null ? null : environment.flags().get(feature.id());
        return new FeatureView(
                feature.id(),
                feature.name(),
                feature.type().name(),
                feature.defaultEnabled(),
                feature.initialValue(),
                WireTime.rest(feature.createdAt()),
                feature.details().description(),
                feature.details().tags(),
                List.of(),
                feature.details().archived(),
                owners(installation, feature),
                List.of(),
                feature.uuid(),
                feature.projectId(),
                environment == null || flag == null ? null : EmbeddedState.of(environment, flag),
                null,
                flag == null ? 0 : flag.order().withState().size(),
                flag == null || flag.identities().isEmpty()
                        ? null
                        : Integer.valueOf(flag.identities().size()),
                true,
                feature.details().serverKeyOnly(),
                null,
                null,
                List.of(),
                List.of());
    }

    private static List<AuthorView> owners(Installation installation, Feature feature) {
        return feature.owners().stream()
                .flatMap(id -> installation.user(id).stream())
                .map(AuthorView::of)
                .toList();
    }
}
