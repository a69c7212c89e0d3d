package dev.flagledger.engine.change;

import static dev.flagledger.engine.Shop.id;
import static dev.flagledger.engine.Shop.seed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.EnvironmentEvent.FeaturesExported;
import dev.flagledger.api.event.EnvironmentEvent.TraitDeleted;
import dev.flagledger.api.event.ExportEvent;
import dev.flagledger.api.event.ExportEvent.EventsExported;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedIdentityRenamed;
import dev.flagledger.api.event.ManagedIdentityEvent.ManagedTraitsChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.flag.FeatureState;
import dev.flagledger.engine.state.project.Segment;
import java.util.List;
import java.util.Objects;
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
        assertThat(changes).extracting(change -> after(change).id()).containsExactly(105, 106);
        assertThat(changes).extracting(FlagChange::target).containsOnly(new Target.Everyone());
    }

    @Test
    void aChangeOfTheDefaultStandsBetweenTwoStates() {
        var history = Shop.withBasket().then(Shop.set(true, RED));
        var createdAt = History.at(9);

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.before())
                    .isEqualTo(new FeatureState(
                            105, id(105), new Setting(false, FeatureValue.of("blue")), createdAt, createdAt));
            assertThat(change.after())
                    .isEqualTo(new FeatureState(
                            105,
                            id(105),
                            new Setting(true, RED),
                            createdAt,
                            history.last().at()));
            assertThat(change.project().id()).isEqualTo(Shop.PROJECT);
            assertThat(change.feature().id()).isEqualTo(Shop.BASKET);
        });
    }

    @Test
    void theFirstOverrideForASegmentHasNothingBeforeIt() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(true, RED));
        var beta = new Target.OfSegment(
                new Segment(Shop.BETA, id(8), Shop.definition("beta users", null), History.at(10), History.at(10), 1),
                0);

        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(beta);
            assertThat(change.before()).isNull();
            assertThat(after(change).enabled()).isTrue();
        });
        var first = changes(history).getFirst().after();

        history.then(Shop.segmentChanged(false, RED));
        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.target()).isEqualTo(beta);
            assertThat(change.before()).isEqualTo(first);
            assertThat(after(change).enabled()).isFalse();
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

        history.then(Shop.identityChanged(false, RED));
        assertThat(changes(history)).singleElement().satisfies(change -> {
            assertThat(change.before()).isEqualTo(first);
            assertThat(after(change).enabled()).isFalse();
        });
    }

    static Stream<LedgerEvent> eventsThatChangeNoFlag() {
        return Stream.of(
                new UserLoggedIn(Shop.ANA, LoginWay.EMAIL),
                new ProjectChanged(Shop.PROJECT, Shop.project(true)),
                new EnvironmentChanged(Shop.LIVE, Shop.settings("Production", "key-5")),
                Shop.environment(9, "Test", seed(9, Shop.BASKET, 107)),
                new FeatureChanged(Shop.BASKET, Shop.details(null, true, true)),
                Shop.segment(),
                new ManagedIdentityCreated(Shop.LIVE, 4211, "user-88"),
                new ManagedIdentityRenamed(Shop.LIVE, 4211, "user-89"),
                new ManagedTraitsChanged(Shop.LIVE, 4211, List.of(), List.of("plan")),
                new TraitDeleted(Shop.LIVE, "plan"),
                new FeaturesExported(Shop.LIVE, 51),
                new EventsExported(Shop.id(90), List.of(), Shop.PROJECT, ExportEvent.Format.CSV, ""),
                Shop.set(false, FeatureValue.of("blue")),
                new OwnersChanged(Shop.BASKET, List.of()),
                new EnvironmentDeleted(Shop.LIVE),
                new ProjectDeleted(Shop.PROJECT));
    }

    @ParameterizedTest
    @MethodSource("eventsThatChangeNoFlag")
    void mostEventsChangeNoFlag(LedgerEvent event) {
        assertThat(changes(Shop.withBasket().then(event))).isEmpty();
    }

    private static FeatureState after(FlagChange change) {
        return Objects.requireNonNull(change.after());
    }

    private static List<FlagChange> changes(History history) {
        return FlagChange.of(history.before(), history.last(), history.state());
    }
}
