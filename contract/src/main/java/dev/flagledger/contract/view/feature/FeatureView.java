package dev.flagledger.contract.view.feature;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.feature.CodeReferencesView.Count;
import dev.flagledger.contract.view.grant.GroupSummaryView;
import dev.flagledger.contract.view.project.MetadataView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.Version;
import dev.flagledger.engine.state.project.Feature;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A feature in the admin API.
 *
 * @param environment one word, since Jackson writes an unwrapped property that the naming strategy renames last: the feature's state in the requested environment
 * @param lastModifiedInAnyEnvironment the creation time of its newest live version; null if no environment keeps versions
 * @param metadata custom fields; null on routes that omit them
 * @param codeReferencesCounts the number of references per code repository; null on routes that omit them
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
        List<OptionView> multivariateOptions,
        boolean isArchived,
        List<AuthorView> owners,
        List<GroupSummaryView> groupOwners,
        UUID uuid,
        int project,
        @JsonUnwrapped FeatureInEnvironment environment,
        boolean isNumIdentityOverridesComplete,
        boolean isServerKeyOnly,
        @Nullable String lastModifiedInAnyEnvironment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<MetadataView> metadata,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Count> codeReferencesCounts) {

    /** The response to reads, with the state in one environment if the request names one. */
    public static FeatureView of(Installation installation, Feature feature, FeatureInEnvironment environment) {
        return of(installation, feature, environment, metadata(installation, feature), counts(installation, feature));
    }

    /** The response to the feature's creation. */
    public static FeatureView created(Installation installation, Feature feature) {
        return of(installation, feature, FeatureInEnvironment.NONE, metadata(installation, feature), null);
    }

    /** The response to a read by uuid. */
    public static FeatureView ofUuid(Installation installation, Feature feature) {
        return of(installation, feature, FeatureInEnvironment.NONE, null, null);
    }

    private static List<MetadataView> metadata(Installation installation, Feature feature) {
        return MetadataView.of(installation, feature.details().metadata());
    }

    private static List<Count> counts(Installation installation, Feature feature) {
        return installation
                .project(feature.projectId())
                .map(project -> CodeReferencesView.counts(project, feature))
                .orElse(List.of());
    }

    private static FeatureView of(
            Installation installation,
            Feature feature,
            FeatureInEnvironment environment,
            @Nullable List<MetadataView> metadata,
            @Nullable List<Count> codeReferencesCounts) {
        var details = feature.details();
        return new FeatureView(
                feature.id(),
                feature.name(),
                feature.type().name(),
                feature.defaultEnabled(),
                feature.initialValue(),
                WireTime.rest(feature.createdAt()),
                details.description(),
                details.tags(),
                feature.options().values().stream()
                        .map(option -> OptionView.of(option, null))
                        .toList(),
                details.archived(),
                AuthorView.owners(installation, feature),
                GroupSummaryView.owners(installation, feature),
                feature.uuid(),
                feature.projectId(),
                environment,
                true,
                details.serverKeyOnly(),
                lastModified(installation, feature),
                metadata,
                codeReferencesCounts);
    }

    private static @Nullable String lastModified(Installation installation, Feature feature) {
        return installation.project(feature.projectId()).stream()
                .flatMap(project -> project.environments().values().stream())
                .flatMap(environment -> Stream.ofNullable(environment.flags().get(feature.id())))
                .flatMap(flag -> flag.versions().live().stream())
                .map(Version::createdAt)
                .max(Comparator.naturalOrder())
                .map(WireTime::rest)
                .orElse(null);
    }
}
