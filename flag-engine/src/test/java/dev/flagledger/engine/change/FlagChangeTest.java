package dev.flagledger.engine.change;

import static dev.flagledger.engine.Shop.id;
import static dev.flagledger.engine.Shop.seed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.LedgerEvent;
import dev.flagledger.api.environment.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureEvent.FeatureChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.identity.IdentityEvent.IdentityCreated;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.api.project.ProjectEvent.ProjectChanged;
import dev.flagledger.api.user.UserEvent.UserLoggedIn;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.FeatureState;
import dev.flagledger.engine.state.Segment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlagChangeTest {

    private static final FeatureValue RED = FeatureValue.of("red");

    @Test
    void aNewFeatureIsAChangeInEveryEnvironmentWithNothingBeforeIt() {
        var changes = changes(Shop.withBasket());

        assertThat(changes).hasSize(2).allMatch(change -> change.before() == null);
        assertThat(changes).extracting(change -> change.environment().id()).containsExactly(Shop.LIVE, Shop.STAGING);
        assertThat(changes).extracting(change -> change.after().id()).containsExactly(105, 106);
        assertThat(changes).extracting(FlagChange::target).containsOnly(new Target.Everyone());
    }

    @Test
    void aChangeOfTheDefaultStandsBetweenTwoStates() {
        var history = Shop.withBasket().then(Shop.set(true, RED));
        var createdAt = History.at(9);

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.before())
                    .isEqualTo(new FeatureState(105, id(105), false, FeatureValue.of("blue"), createdAt, createdAt));
            assertThat(change.after())
                    .isEqualTo(new FeatureState(
                            105, id(105), true, RED, createdAt, history.last().at()));
            assertThat(change.project().id()).isEqualTo(Shop.PROJECT);
            assertThat(change.feature().id()).isEqualTo(Shop.BASKET);
        });
    }

    @Test
    void theFirstOverrideForASegmentHasNothingBeforeIt() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(true, RED));
        var beta = new Target.OfSegment(new Segment(Shop.BETA, id(8), "beta users", null), 0);

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(beta);
            assertThat(change.before()).isNull();
            assertThat(change.after().enabled()).isTrue();
        });
        var first = changes(history).getFirst().after();

        history.then(new SegmentOverrideUpdated(Shop.LIVE, Shop.BASKET, 120, Shop.BETA, false, RED));
        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(beta);
            assertThat(change.before()).isEqualTo(first);
            assertThat(change.after().enabled()).isFalse();
        });
    }

    @Test
    void theFirstOverrideForAnIdentityHasNothingBeforeIt() {
        var history = Shop.withBasket().then(Shop.overriddenForIdentity(true, RED));

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(new Target.OfIdentity(4211, "user-88"));
            assertThat(change.before()).isNull();
        });
        var first = changes(history).getFirst().after();

        history.then(new IdentityOverrideUpdated(Shop.LIVE, 4211, Shop.BASKET, 130, false, RED));
        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(first);
            assertThat(change.after().enabled()).isFalse();
        });
    }

    static Stream<LedgerEvent> eventsThatChangeNoFlag() {
        return Stream.of(
                new UserLoggedIn(Shop.ANA),
                new ProjectChanged(Shop.PROJECT, Shop.project(true)),
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Production", "key-5")),
                Shop.environment(9, "Test", seed(9, Shop.BASKET, 107)),
                new FeatureChanged(Shop.BASKET, new FeatureDetails(null, true, true)),
                Shop.segment(),
                new IdentityCreated(Shop.LIVE, 4211, "user-88"));
    }

    @ParameterizedTest
    @MethodSource("eventsThatChangeNoFlag")
    void mostEventsChangeNoFlag(LedgerEvent event) {
        assertThat(changes(Shop.withBasket().then(event))).isEmpty();
    }

    private static List<FlagChange> changes(History history) {
        return FlagChange.of(history.before(), history.last(), history.state());
    }
}
