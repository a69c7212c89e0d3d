package dev.flagledger.contract.view.flag;

import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.evaluation.environment.IdentityFlag;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flag in the SDK API. Fields that the environment hides as sensitive are null; no field is ever absent.
 *
 * @param id the id of the environment default
 * @param featureStateValue a string, an integer, a boolean or null
 */
public record FlagView(
        @Nullable Integer id,
        FlagFeature feature,
        @Nullable Object featureStateValue,
        @Nullable Integer environment,
        @Nullable Integer identity,
        @Nullable Integer featureSegment,
        boolean enabled) {

    /** The feature of a flag. */
    public record FlagFeature(
            int id,
            String name,
            @Nullable String createdDate,
            @Nullable String description,
            @Nullable String initialValue,
            @Nullable Boolean defaultEnabled,
            String type) {

        /** The view of a feature of which nothing is hidden. */
        public static FlagFeature of(Feature feature) {
            return new FlagFeature(
                    feature.id(),
                    feature.name(),
                    WireTime.rest(feature.createdAt()),
                    feature.details().description(),
                    feature.initialValue(),
                    feature.defaultEnabled(),
                    feature.type().name());
        }
    }

    /** All flags that the caller may see, by state id. */
    public static List<Flag> visible(Project project, Environment environment, Audience audience) {
        return environment.flags().values().stream()
                .filter(flag -> visible(project, environment, flag, audience))
                .sorted(Comparator.comparingInt(
                        flag -> flag.environmentDefault().id()))
                .toList();
    }

    /** The flag of the feature with this name, ignoring case; empty if the caller may not see it. */
    public static Optional<FlagView> byName(Project project, Environment environment, Audience audience, String name) {
        return environment.flags().values().stream()
                .filter(flag -> featureOf(project, flag).name().equalsIgnoreCase(name))
                .filter(flag -> visible(project, environment, flag, audience))
                .map(flag -> of(project, environment, flag))
                .findFirst();
    }

    private static boolean visible(Project project, Environment environment, Flag flag, Audience audience) {
        boolean hiddenAsOff = !flag.environmentDefault().enabled() && project.hidesDisabledFlags(environment);
        boolean hiddenFromClients = audience == Audience.CLIENT
                && featureOf(project, flag).details().serverKeyOnly();
        return !hiddenAsOff && !hiddenFromClients;
    }

    /** The environment default of a flag. */
    public static FlagView of(Project project, Environment environment, Flag flag) {
        var state = flag.environmentDefault();
        var feature = featureOf(project, flag);
        var value = state.value().plain();
        var shown = feature(environment, feature);
        return environment.settings().hideSensitiveData()
                ? new FlagView(null, shown, value, null, null, null, state.enabled())
                : new FlagView(state.id(), shown, value, environment.id(), null, null, state.enabled());
    }

    /** A flag evaluated for an identity, but with the control value of multivariate features. */
    public static FlagView of(Environment environment, IdentityFlag flag) {
        var shown = EvaluatedFlagView.of(environment, flag, false);
        return new FlagView(
                shown.id(),
                shown.feature(),
                flag.state().value().plain(),
                shown.environment(),
                shown.identity(),
                null,
                shown.enabled());
    }

    static FlagFeature feature(Environment environment, Feature feature) {
        return environment.settings().hideSensitiveData() ? bare(feature) : FlagFeature.of(feature);
    }

    private static FlagFeature bare(Feature feature) {
        return new FlagFeature(
                feature.id(),
                feature.name(),
                null,
                null,
                null,
                null,
                feature.type().name());
    }

    private static Feature featureOf(Project project, Flag flag) {
        return project.feature(flag.featureId());
    }
}
