package dev.flagledger.command.identity.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.identity.OwnState;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OverrideCopyTest {

    private static final TestNode NODE = TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class);
    private static final int TARGET = 4212;
    private static final FeatureValue RED = FeatureValue.of("red");

    private final OverrideCopy copy = new OverrideCopy(NODE.get(Ids.class));
    private final History history =
            Shop.withBasket().then(Shop.feature(20, "search", 205, 206), Wares.optionAdded(31, "green", 0));

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void whatTheSourceHasIsDrawnUpUnderNewIds() {
        override(Shop.USER_88, Shop.BASKET, 130, new Variant(1_001, 31, 100));
        override(Shop.USER_88, 20, 131);

        var states = copied();

        assertThat(states).extracting(OwnState::featureId).containsExactlyInAnyOrder(Shop.BASKET, 20);
        assertThat(states)
                .extracting(OwnState::featureStateId)
                .doesNotHaveDuplicates()
                .doesNotContain(130, 131);
        assertThat(states).allMatch(state -> state.setting().value().equals(RED));
        assertThat(ofBasket(states))
                .extracting(Variant::optionId, Variant::percentage)
                .containsExactly(tuple(31, 100.0));
        assertThat(ofBasket(states).getFirst().id()).isNotEqualTo(1_001);
    }

    @Test
    void aShareThatTheTargetHasForTheOptionKeepsItsId() {
        override(Shop.USER_88, Shop.BASKET, 130, new Variant(1_001, 31, 100));
        override(TARGET, Shop.BASKET, 132, new Variant(1_002, 31, 7));

        assertThat(ofBasket(copied())).containsExactly(new Variant(1_002, 31, 100));
    }

    @Test
    void whoHasNoOverridesGivesNone() {
        override(TARGET, Shop.BASKET, 132);

        assertThat(copied()).isEmpty();
    }

    private void override(int identity, int feature, int state, Variant... shares) {
        history.then(new IdentityOverrideCreated(
                Shop.LIVE,
                identity,
                "user " + identity,
                feature,
                state,
                Shop.id(state),
                new Setting(true, RED, List.of(shares))));
    }

    private List<OwnState> copied() {
        return copy.of(history.state().environment(Shop.LIVE).orElseThrow(), Shop.USER_88, TARGET);
    }

    private static List<Variant> ofBasket(List<OwnState> states) {
        return states.stream()
                .filter(state -> state.featureId() == Shop.BASKET)
                .findAny()
                .orElseThrow()
                .setting()
                .variants();
    }
}
