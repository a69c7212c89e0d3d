package dev.flagledger.engine.state.flag;

import static dev.flagledger.engine.Shop.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideRemoved;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import org.junit.jupiter.api.Test;

class FlagTest {

    private static final FeatureValue RED = FeatureValue.of("red");
    private static final FeatureValue SEVEN = FeatureValue.of(7);

    @Test
    void aChangedDefaultKeepsItsIdAndCreationTime() {
        var history = Shop.withBasket().then(Shop.set(true, RED));

        assertThat(basket(history).environmentDefault())
                .isEqualTo(new FeatureState(
                        105,
                        id(105),
                        new Setting(true, RED),
                        History.at(9),
                        history.last().at()));
        assertThat(basket(history).seed()).isEqualTo(Shop.seed(Shop.LIVE, Shop.BASKET, 105));
    }

    @Test
    void aSegmentHasAStateOfItsOwn() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(true, RED));
        var createdAt = history.last().at();
        history.then(Shop.segmentChanged(false, SEVEN));

        assertThat(basket(history).segment(Shop.BETA))
                .isEqualTo(new SegmentOverride(
                        Shop.BETA,
                        61,
                        id(61),
                        0,
                        new FeatureState(
                                120,
                                id(120),
                                new Setting(false, SEVEN),
                                createdAt,
                                history.last().at())));
        assertThat(basket(history).environmentDefault().enabled()).isFalse();
    }

    @Test
    void anIdentityHasAStateOfItsOwn() {
        var history = Shop.withBasket().then(Shop.overriddenForIdentity(true, RED));
        var createdAt = history.last().at();
        history.then(Shop.identityChanged(false, SEVEN));

        assertThat(basket(history).identity(4211))
                .isEqualTo(new IdentityOverride(
                        4211,
                        "user-88",
                        new FeatureState(
                                130,
                                id(130),
                                new Setting(false, SEVEN),
                                createdAt,
                                history.last().at())));
    }

    @Test
    void renamingAnIdentityRenamesItsOverrides() {
        var history = Shop.withBasket().then(Shop.overriddenForIdentity(true, RED));
        var state = basket(history).identity(Shop.USER_88).state();
        history.then(new ManagedIdentityRenamed(Shop.LIVE, Shop.USER_88, "user-89"));

        assertThat(basket(history).identity(Shop.USER_88))
                .isEqualTo(new IdentityOverride(Shop.USER_88, "user-89", state));
    }

    @Test
    void anIdentityOverrideIsRemoved() {
        var history = Shop.withBasket()
                .then(
                        Shop.overriddenForIdentity(true, RED),
                        new IdentityOverrideRemoved(Shop.LIVE, Shop.USER_88, Shop.BASKET));

        assertThat(basket(history).identities()).isEmpty();
    }

    @Test
    void aFeatureSegmentWithoutAStateCannotBeUpdated() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.placed(Shop.BETA, 0));

        assertThat(basket(history).segment(Shop.BETA).state()).isNull();
        assertThatThrownBy(() -> history.then(Shop.segmentChanged(true, RED))).hasMessageContaining("a place");
    }

    @Test
    void aMissingOverrideCannotBeUpdated() {
        var history = Shop.withBasket().then(Shop.segment());

        assertThatThrownBy(() -> history.then(Shop.segmentChanged(true, RED)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> history.then(Shop.identityChanged(true, RED)))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Flag basket(History history) {
        return history.state().environment(Shop.LIVE).orElseThrow().flag(Shop.BASKET);
    }
}
