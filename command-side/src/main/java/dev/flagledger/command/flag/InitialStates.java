package dev.flagledger.command.flag;

import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.InitialState.SegmentSeed;
import dev.flagledger.api.flag.OverrideIds;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.SegmentOverride;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.text.InitialValue;
import dev.flagledger.installation.id.Ids;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Computes the initial states of flags: as the feature defines, off and empty where the project prevents defaults, or
 * copied from another environment. All ids are allocated in one go, however large the project.
 */
@Component
public final class InitialStates {

    private final Ids ids;

    InitialStates(Ids ids) {
        this.ids = ids;
    }

    /** The states of a new feature, one for each environment of its project. */
    public List<InitialState> forFeature(Project project, CreateFeature feature) {
        var environments = project.environments().keySet();
        var allocated = draw(
                environments.size(), environments.size() * feature.options().size(), 0);
        return environments.stream()
                .map(environmentId -> allocated.seed(
                        environmentId,
                        feature.featureId(),
                        initial(project, feature.defaultEnabled(), InitialValue.parse(feature.initialValue())),
                        feature.options()))
                .toList();
    }

    /** The states of a new environment, one for each feature of its project. */
    public List<InitialState> forEnvironment(Project project, int environmentId) {
        var features = project.features().values();
        int options =
                features.stream().mapToInt(feature -> feature.options().size()).sum();
        var allocated = draw(features.size(), options, 0);
        return features.stream()
                .map(feature -> allocated.seed(
                        environmentId,
                        feature.id(),
                        initial(project, feature.defaultEnabled(), InitialValue.parse(feature.initialValue())),
                        feature.options().values()))
                .toList();
    }

    /**
     * The states of an environment that is created again: the former ones, of segments and options that still exist, and those of features
     * that are new since.
     */
    public List<InitialState> forRestoration(Project project, int environmentId, List<InitialState> former) {
        var byFeature = former.stream().collect(Collectors.toMap(InitialState::featureId, state -> state));
        return forEnvironment(project, environmentId).stream()
                .map(initial -> Optional.ofNullable(byFeature.get(initial.featureId()))
                        .map(state -> withOptionsOf(
                                initial, state.retaining(project.segments().keySet())))
                        .orElse(initial))
                .toList();
    }

    /** Options that are new since have shares, as in all environments, but get no identities. */
    private static InitialState withOptionsOf(InitialState initial, InitialState former) {
        var options =
                initial.setting().variants().stream().map(Variant::optionId).collect(Collectors.toSet());
        var setting = former.setting().retaining(options);
        var known = setting.variants().stream().map(Variant::optionId).toList();
        var others = initial.setting().variants().stream()
                .filter(share -> !known.contains(share.optionId()))
                .map(share -> new Variant(share.id(), share.optionId(), 0));
        return new InitialState(
                former.environmentId(),
                former.featureId(),
                former.featureStateId(),
                former.uuid(),
                new Setting(
                        setting.enabled(),
                        setting.value(),
                        Stream.concat(setting.variants().stream(), others).toList()),
                former.overrides().stream()
                        .map(override -> override.retaining(options))
                        .toList());
    }

    /** The states and segment overrides of a cloned environment. */
    public List<InitialState> forClone(Environment source, int environmentId) {
        var flags = source.flags().values();
        int overrides =
                flags.stream().mapToInt(flag -> flag.order().withState().size()).sum();
        int variants = flags.stream().mapToInt(InitialStates::variantsOf).sum();
        var allocated = draw(flags.size() + overrides, variants, overrides);
        return flags.stream().map(flag -> allocated.copy(environmentId, flag)).toList();
    }

    private static int variantsOf(Flag flag) {
        return flag.environmentDefault().variants().size()
                + flag.order().withState().stream()
                        .mapToInt(override -> stateOf(override).variants().size())
                        .sum();
    }

    private static FeatureState stateOf(SegmentOverride override) {
        return Objects.requireNonNull(override.state());
    }

    private static Setting initial(Project project, boolean enabled, FeatureValue value) {
        return project.settings().preventFlagDefaults()
                ? new Setting(false, FeatureValue.NONE)
                : new Setting(enabled, value);
    }

    private Drawn draw(int states, int variants, int featureSegments) {
        return new Drawn(
                ids.many(Ids.Kind.FEATURE_STATE, states),
                ids.many(Ids.Kind.VARIANT, variants),
                ids.many(Ids.Kind.FEATURE_SEGMENT, featureSegments));
    }

    /** Ids allocated for the states. */
    private record Drawn(Iterator<Integer> states, Iterator<Integer> variants, Iterator<Integer> featureSegments) {

        InitialState seed(int environmentId, int featureId, Setting initial, Collection<MultivariateOption> options) {
            var shares = options.stream()
                    .map(option -> new Variant(variants.next(), option.id(), option.defaultPercentage()))
                    .toList();
            var setting = new Setting(initial.enabled(), initial.value(), shares);
            return new InitialState(environmentId, featureId, states.next(), UUID.randomUUID(), setting, List.of());
        }

        InitialState copy(int environmentId, Flag flag) {
            var overrides = flag.order().withState().stream().map(this::copy).toList();
            return new InitialState(
                    environmentId,
                    flag.featureId(),
                    states.next(),
                    UUID.randomUUID(),
                    copy(flag.environmentDefault().setting()),
                    overrides);
        }

        private SegmentSeed copy(SegmentOverride override) {
            var copied = new OverrideIds(states.next(), UUID.randomUUID(), featureSegments.next(), UUID.randomUUID());
            return new SegmentSeed(
                    override.segmentId(),
                    copied,
                    override.priority(),
                    copy(stateOf(override).setting()));
        }

        private Setting copy(Setting setting) {
            // Percentages are drawn from variants in the order of their ids, so the copies must keep that order.
            var shares = setting.variants().stream()
                    .sorted(Comparator.comparingInt(Variant::id))
                    .map(variant -> new Variant(variants.next(), variant.optionId(), variant.percentage()))
                    .toList();
            return new Setting(setting.enabled(), setting.value(), shares);
        }
    }
}
