package dev.flagledger.contract.view.document;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.contract.view.document.DocumentState.Place;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that an SDK needs to evaluate the flags of an environment locally. Sensitive data is not hidden. */
public record EnvironmentDocument(
        int id,
        String apiKey,
        InProject project,
        List<DocumentState> featureStates,
        List<DocumentIdentity> identityOverrides,
        String name,
        boolean allowClientTraits,
        String updatedAt,
        boolean hideSensitiveData,
        @Nullable Boolean hideDisabledFlags,
        boolean useIdentityCompositeKeyForHashing,
        boolean useIdentityOverridesInLocalEval) {

    /** The project of the environment, with what evaluation needs. */
    public record InProject(
            int id,
            String name,
            InOrganisation organisation,
            boolean hideDisabledFlags,
            List<DocumentSegment> segments,
            boolean enableRealtimeUpdates,
            List<Integer> serverKeyOnlyFeatureIds) {}

    /** The organisation of the project. Its settings of analytics and traits are constant. */
    public record InOrganisation(
            int id, String name, boolean featureAnalytics, boolean stopServingFlags, boolean persistTraitData) {}

    public static EnvironmentDocument of(Organisation organisation, Project project, Environment environment) {
        var settings = environment.settings();
        var features = new DocumentFeatures(project);
        var flags = environment.flags().values().stream()
                .sorted(Comparator.comparingInt(
                        flag -> flag.environmentDefault().id()))
                .toList();
        return new EnvironmentDocument(
                environment.id(),
                settings.apiKey(),
                inProject(organisation, project, flags),
                flags.stream()
                        .map(flag -> DocumentState.of(features.of(flag), flag.environmentDefault(), null))
                        .toList(),
                settings.useIdentityOverridesInLocalEval() ? DocumentIdentity.all(environment, features) : List.of(),
                settings.name(),
                settings.allowClientTraits(),
                WireTime.document(environment.updatedAt()),
                settings.hideSensitiveData(),
                settings.hideDisabledFlags(),
                settings.useIdentityCompositeKeyForHashing(),
                settings.useIdentityOverridesInLocalEval());
    }

    private static InProject inProject(Organisation organisation, Project project, List<Flag> flags) {
        var overrides = overrides(project, flags);
        return new InProject(
                project.id(),
                project.settings().name(),
                new InOrganisation(organisation.id(), organisation.settings().name(), false, false, true),
                project.settings().hideDisabledFlags(),
                project.segments().values().stream()
                        .filter(segment -> isOfAnyFeature(segment) || overrides.containsKey(segment.id()))
                        .map(segment -> DocumentSegment.of(segment, overrides.getOrDefault(segment.id(), List.of())))
                        .toList(),
                project.settings().enableRealtimeUpdates(),
                project.features().values().stream()
                        .filter(feature -> feature.details().serverKeyOnly())
                        .map(feature -> feature.id())
                        .toList());
    }

    /** Leaves out a segment of a single feature if that feature has no override for it here. */
    private static boolean isOfAnyFeature(Segment segment) {
        return segment.definition().featureId() == null;
    }

    private static Map<Integer, List<DocumentState>> overrides(Project project, List<Flag> flags) {
        var features = new DocumentFeatures(project);
        Map<Integer, List<DocumentState>> bySegment = new HashMap<>();
        for (var flag : flags) {
            for (var override : flag.order().withState()) {
                var state = Objects.requireNonNull(override.state());
                bySegment
                        .computeIfAbsent(override.segmentId(), _ -> new ArrayList<>())
                        .add(DocumentState.of(features.of(flag), state, new Place(override.priority())));
            }
        }
        return bySegment;
    }
}
