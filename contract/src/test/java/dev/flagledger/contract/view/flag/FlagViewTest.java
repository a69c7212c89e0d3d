package dev.flagledger.contract.view.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.view.AllViews;
import dev.flagledger.contract.view.Wire;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Flags of the SDK API, with the exact keys of the contract. */
class FlagViewTest {

    private static final FeatureDetails PLAIN = Shop.details(null, false, false);

    @Test
    void aFlagHasTheContractsShape() {
        var flags = all(Shop.withBasket().then(Shop.set(true, FeatureValue.of("red"))), Audience.CLIENT);

        assertThat(Wire.json(flags)).isEqualTo(Wire.parse("""
                        [{'id':105,
                          'feature':{'id':7,'name':'basket_v2','created_date':'2031-01-01T00:00:09.120000Z',
                                     'description':'What it is','initial_value':'blue','default_enabled':false,
                                     'type':'STANDARD'},
                          'feature_state_value':'red','environment':5,'identity':null,'feature_segment':null,
                          'enabled':true}]
                        """));
    }

    @Test
    void sensitiveFieldsAreNullButPresent() {
        var hidden = new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5", null, true));
        var flags = all(Shop.withBasket().then(Shop.set(true, FeatureValue.of(7)), hidden), Audience.SERVER);

        assertThat(Wire.json(flags)).isEqualTo(Wire.parse("""
                        [{'id':null,
                          'feature':{'id':7,'name':'basket_v2','created_date':null,'description':null,
                                     'initial_value':null,'default_enabled':null,'type':'STANDARD'},
                          'feature_state_value':7,'environment':null,'identity':null,'feature_segment':null,
                          'enabled':true}]
                        """));
    }

    static Stream<FeatureValue> values() {
        return Stream.of(
                FeatureValue.NONE,
                FeatureValue.of(""),
                FeatureValue.of("12"),
                FeatureValue.of(-12),
                FeatureValue.of(true),
                FeatureValue.of(false));
    }

    @ParameterizedTest
    @MethodSource("values")
    void aValueKeepsItsType(FeatureValue value) {
        var flag = all(Shop.withBasket().then(Shop.set(false, value)), Audience.CLIENT)
                .getFirst();

        assertThat(flag.featureStateValue()).isEqualTo(value.plain());
        assertThat(Wire.json(flag).get("feature_state_value")).isEqualTo(Wire.json(Optional.ofNullable(value.plain())));
    }

    @Test
    void flagsAreOrderedByTheirStates() {
        var history = Shop.open()
                .then(
                        Shop.feature(11, "third", PLAIN, 300, 1),
                        Shop.feature(12, "first", PLAIN, 100, 3),
                        Shop.feature(13, "second", PLAIN, 200, 2));

        assertThat(names(history, Audience.CLIENT)).containsExactly("first", "second", "third");
    }

    static Stream<Arguments> whoHides() {
        return Stream.of(
                arguments(false, null, false),
                arguments(true, null, true),
                arguments(false, true, true),
                arguments(true, true, true),
                arguments(false, false, false),
                arguments(true, false, false));
    }

    @ParameterizedTest
    @MethodSource("whoHides")
    void theEnvironmentsSettingOfHiddenFlagsOverridesTheProjects(
            boolean byProject, @Nullable Boolean byEnvironment, boolean hidden) {
        var history = Shop.withBasket()
                .then(
                        Shop.feature(11, "on", PLAIN, 110, 111),
                        new FeatureStateUpdated(Shop.LIVE, 11, 110, Shop.change(true, FeatureValue.NONE)),
                        new ProjectChanged(Shop.PROJECT, Shop.project(byProject)),
                        new EnvironmentChanged(Shop.LIVE, Shop.settings("Live", "key-5", byEnvironment, false)));

        for (var audience : Audience.values()) {
            assertThat(names(history, audience)).isEqualTo(hidden ? List.of("on") : List.of("basket_v2", "on"));
            assertThat(named(history, audience, "basket_v2").isPresent()).isEqualTo(!hidden);
            assertThat(named(history, audience, "on")).isPresent();
        }
    }

    @Test
    void serverKeyOnlyFeaturesAreHiddenFromClients() {
        var history = Shop.withBasket().then(Shop.feature(11, "secret", Shop.details(null, false, true), 110, 111));

        assertThat(names(history, Audience.CLIENT)).containsExactly("basket_v2");
        assertThat(names(history, Audience.SERVER)).containsExactly("basket_v2", "secret");
        assertThat(named(history, Audience.CLIENT, "secret")).isEmpty();
        assertThat(named(history, Audience.SERVER, "secret")).isPresent();
    }

    @Test
    void bothRulesApplyTogether() {
        var history = Shop.open()
                .then(
                        Shop.feature(11, "secret", Shop.details(null, false, true), 110, 111),
                        new FeatureStateUpdated(Shop.LIVE, 11, 110, Shop.change(true, FeatureValue.NONE)),
                        new ProjectChanged(Shop.PROJECT, Shop.project(true)));

        assertThat(names(history, Audience.CLIENT)).isEmpty();
    }

    @Test
    void archivedFeaturesAreServed() {
        var history = Shop.open().then(Shop.feature(11, "old", Shop.details(null, true, false), 110, 111));

        assertThat(names(history, Audience.CLIENT)).containsExactly("old");
    }

    @Test
    void aFlagIsFoundByItsNameIgnoringCase() {
        var history = Shop.withBasket();

        assertThat(named(history, Audience.CLIENT, "BASKET_v2"))
                .contains(all(history, Audience.CLIENT).getFirst());
        assertThat(named(history, Audience.CLIENT, "basket")).isEmpty();
        assertThat(named(history, Audience.CLIENT, "")).isEmpty();
    }

    private static List<String> names(History history, Audience audience) {
        return all(history, audience).stream()
                .map(flag -> flag.feature().name())
                .toList();
    }

    private static List<FlagView> all(History history, Audience audience) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return AllViews.flags(project, project.environment(Shop.LIVE), audience);
    }

    private static Optional<FlagView> named(History history, Audience audience, String name) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return FlagView.byName(project, project.environment(Shop.LIVE), audience, name);
    }
}
