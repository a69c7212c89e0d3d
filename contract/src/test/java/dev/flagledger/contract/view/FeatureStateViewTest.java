package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.contract.view.flag.FeatureStateView.IdentityRef;
import dev.flagledger.contract.view.flag.TypedValueView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import org.junit.jupiter.api.Test;

/** The shapes of a feature state on different routes, and its target. */
class FeatureStateViewTest {

    private final History history = Shop.withBasket()
            .then(
                    Shop.segment(),
                    Shop.overriddenForSegment(true, FeatureValue.of(true)),
                    Shop.overriddenForIdentity(true, FeatureValue.of(7)));

    @Test
    void aSegmentOverrideHasTheIdOfItsFeatureSegment() {
        var view = FeatureStateView.plain(live(), state(120));

        assertThat(view.featureSegment()).isEqualTo(61);
        assertThat(view.identity()).isNull();
        assertThat(view.featureStateValue()).isEqualTo(true);
    }

    @Test
    void anIdentityOverrideNamesTheIdentityAsTheRouteRequires() {
        assertThat(FeatureStateView.plain(live(), state(130)).identity()).isEqualTo(Shop.USER_88);
        assertThat(FeatureStateView.typed(live(), state(130)).identity()).isEqualTo(Shop.USER_88);
        assertThat(FeatureStateView.listed(live(), state(130)).identity())
                .isEqualTo(new IdentityRef(Shop.USER_88, "user-88"));
        assertThat(FeatureStateView.listed(live(), state(105)).identity()).isNull();
    }

    @Test
    void aValueHasOneFieldPerTypeWhereTheRouteRequiresIt() {
        assertThat(FeatureStateView.typed(live(), state(130)).featureStateValue())
                .isEqualTo(new TypedValueView("int", null, 7, null));
        assertThat(FeatureStateView.plain(live(), state(130)).featureStateValue())
                .isEqualTo(7);
    }

    /** Identity overrides belong to no version. */
    @Test
    void aStateInAnEnvironmentWithVersionsBelongsToTheLiveVersion() {
        history.then(new VersioningEnabled(Shop.LIVE, Shop.id(70)));
        var live = live().flag(Shop.BASKET).versions().live().orElseThrow();

        var environmentDefault = FeatureStateView.plain(live(), state(105));
        assertThat(environmentDefault.environmentFeatureVersion()).isEqualTo(live.uuid());
        assertThat(environmentDefault.version()).isNull();
        var ofIdentity = FeatureStateView.plain(live(), state(130));
        assertThat(ofIdentity.environmentFeatureVersion()).isNull();
        assertThat(ofIdentity.version()).isEqualTo(1);
    }

    private Environment live() {
        return history.state().environment(Shop.LIVE).orElseThrow();
    }

    private FlagState state(int id) {
        return live().flag(Shop.BASKET)
                .states()
                .filter(state -> state.id() == id)
                .findAny()
                .orElseThrow();
    }
}
