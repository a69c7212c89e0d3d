package dev.flagledger.contract.view.flag;

import dev.flagledger.engine.evaluation.environment.EnvironmentEvaluator;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.engine.evaluation.environment.OverriddenBy;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A flag evaluated for an identity, in the admin API.
 *
 * @param overriddenBy {@code SEGMENT} or {@code IDENTITY}; null if the environment default applies
 * @param segment the segment whose override applies; null if none does
 */
public record IdentityFlagView(
        FeatureRef feature,
        boolean enabled,
        @Nullable Object featureStateValue,
        @Nullable String overriddenBy,
        @Nullable SegmentRef segment,
        List<Share> multivariateFeatureStateValues) {

    /** A reference to a feature. */
    public record FeatureRef(int id, String name, String type) {}

    /** A reference to a segment. */
    public record SegmentRef(int id, String name) {}

    /** The percentage of identities that an option is allocated to. */
    public record Share(Option multivariateFeatureOption, double percentageAllocation) {}

    /** A multivariate option. */
    public record Option(@Nullable Object value) {}

    /** All flags, by feature id; without disabled ones if the environment or else its project hides them. */
    public static List<IdentityFlagView> all(Project project, Environment environment, EvaluatedIdentity identity) {
        boolean hidden = Objects.requireNonNullElse(
                environment.settings().hideDisabledFlags(), project.settings().hideDisabledFlags());
        return EnvironmentEvaluator.of(project, environment).flags(identity).stream()
                .filter(flag -> flag.enabled() || !hidden)
                .sorted(Comparator.comparingInt(flag -> flag.feature().id()))
                .map(IdentityFlagView::of)
                .toList();
    }

    private static IdentityFlagView of(IdentityFlag flag) {
        var feature = flag.feature();
        return new IdentityFlagView(
                new FeatureRef(feature.id(), feature.name(), feature.type().name()),
                flag.enabled(),
                flag.value(),
                switch (flag.overriddenBy()) {
                    case OverriddenBy.Nothing _ -> null;
                    case OverriddenBy.OfSegment _ -> "SEGMENT";
                    case OverriddenBy.OfIdentity _ -> "IDENTITY";
                },
                flag.overriddenBy() instanceof OverriddenBy.OfSegment by
                        ? new SegmentRef(by.segment().id(), by.segment().name())
                        : null,
                shares(flag));
    }

    private static List<Share> shares(IdentityFlag flag) {
        return flag.state().variants().stream()
                .flatMap(variant -> Stream.ofNullable(flag.feature().options().get(variant.optionId()))
                        .map(option -> new Share(new Option(option.value().plain()), variant.percentage())))
                .toList();
    }
}
