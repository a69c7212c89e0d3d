package dev.flagledger.command.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.feature.FeatureCommand.CreateFeature;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.feature.Owners;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.InitialState;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class InitialStatesTest {

    private static final int NEW = 77;
    private static final TestNode NODE = TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class);

    private final InitialStates states = NODE.get(InitialStates.class);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void aNewFeatureHasAStateInEachEnvironment() {
        var initial = states.forFeature(project(), feature("7", true));

        assertThat(initial).extracting(InitialState::environmentId).containsExactlyInAnyOrder(Shop.LIVE, Shop.STAGING);
        assertThat(initial).allSatisfy(state -> {
            assertThat(state.featureId()).isEqualTo(NEW);
            assertThat(state.setting()).isEqualTo(new Setting(true, FeatureValue.of(7)));
            assertThat(state.overrides()).isEmpty();
        });
        assertThat(initial).extracting(InitialState::featureStateId).doesNotHaveDuplicates();
        assertThat(initial).extracting(InitialState::uuid).doesNotHaveDuplicates();
    }

    @Test
    void eachStateHasVariantsOfItsOwn() {
        var initial = states.forFeature(
                project(), feature("7", true, Wares.option(31, "green", 30), Wares.option(32, "red", 20)));

        assertThat(initial).allSatisfy(state -> {
            assertThat(state.setting().variants()).extracting(Variant::optionId).containsExactly(31, 32);
            assertThat(state.setting().variants())
                    .extracting(Variant::percentage)
                    .containsExactly(30.0, 20.0);
        });
        assertThat(initial.stream().flatMap(state -> state.setting().variants().stream()))
                .extracting(Variant::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void whereDefaultsArePreventedFlagsAreOffAndEmpty() {
        var prevented = project(new ProjectChanged(
                Shop.PROJECT, new ProjectSettings("Shop", false, true, false, true, null, 30, null, false, false)));
        var nothing = new Setting(false, FeatureValue.NONE);

        assertThat(states.forFeature(prevented, feature("7", true)))
                .extracting(InitialState::setting)
                .containsOnly(nothing);
        assertThat(states.forEnvironment(prevented, NEW))
                .extracting(InitialState::setting)
                .containsOnly(nothing);
    }

    @Test
    void aNewEnvironmentStartsAsFeaturesStartNotAsOthersAre() {
        var changed = project(Shop.set(true, FeatureValue.of("red")), Wares.optionAdded(31, "green", 30));

        assertThat(states.forEnvironment(changed, NEW)).singleElement().satisfies(state -> {
            assertThat(state.environmentId()).isEqualTo(NEW);
            assertThat(state.featureId()).isEqualTo(Shop.BASKET);
            assertThat(state.setting().enabled()).isFalse();
            assertThat(state.setting().value()).isEqualTo(FeatureValue.of("blue"));
            assertThat(state.setting().variants())
                    .extracting(Variant::percentage)
                    .containsExactly(30.0);
        });
    }

    @Test
    void aCloneStartsAsItsSourceIs() {
        var source = project(
                        Shop.segment(),
                        Shop.set(true, FeatureValue.of("red")),
                        Shop.overriddenForSegment(true, FeatureValue.of("green")))
                .environment(Shop.LIVE);

        assertThat(states.forClone(source, NEW)).singleElement().satisfies(state -> {
            assertThat(state.environmentId()).isEqualTo(NEW);
            assertThat(state.setting()).isEqualTo(new Setting(true, FeatureValue.of("red")));
            assertThat(state.featureStateId()).isNotEqualTo(105);
            assertThat(state.overrides()).singleElement().satisfies(override -> {
                assertThat(override.segmentId()).isEqualTo(Shop.BETA);
                assertThat(override.priority()).isZero();
                assertThat(override.setting()).isEqualTo(new Setting(true, FeatureValue.of("green")));
                assertThat(override.ids().featureStateId()).isNotIn(120, state.featureStateId());
                assertThat(override.ids().featureSegmentId()).isNotEqualTo(61);
            });
        });
    }

    @Test
    void aCloneHasNoPlacesWithoutAStateAndNoOverridesForIdentities() {
        var source = project(
                        Shop.segment(),
                        Shop.placed(Shop.BETA, 0),
                        Shop.overriddenForIdentity(true, FeatureValue.of("green")))
                .environment(Shop.LIVE);

        assertThat(states.forClone(source, NEW))
                .singleElement()
                .satisfies(state -> assertThat(state.overrides()).isEmpty());
    }

    /** Percentages are drawn from variants in the order of their ids. */
    @Test
    void variantsOfACloneHaveTheOrderOfTheirSources() {
        var source = project(Wares.optionAdded(31, "green", 30), Wares.optionAdded(32, "red", 20))
                .environment(Shop.LIVE);

        assertThat(states.forClone(source, NEW)).singleElement().satisfies(state -> {
            var variants = state.setting().variants();
            assertThat(variants).extracting(Variant::optionId).containsExactly(31, 32);
            assertThat(variants.getFirst().id()).isLessThan(variants.getLast().id());
            assertThat(variants).extracting(Variant::id).doesNotContain(1031, 1032);
        });
    }

    private static Project project(LedgerEvent... more) {
        return Shop.withBasket().then(more).state().project(Shop.PROJECT).orElseThrow();
    }

    private static CreateFeature feature(String initialValue, boolean enabled, MultivariateOption... options) {
        return new CreateFeature(
                NEW,
                Shop.id(NEW),
                Shop.PROJECT,
                "new",
                FeatureType.STANDARD,
                initialValue,
                enabled,
                FeatureDetails.NONE,
                Owners.NONE,
                List.of(options));
    }
}
