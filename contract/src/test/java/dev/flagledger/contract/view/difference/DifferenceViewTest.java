package dev.flagledger.contract.view.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.contract.view.feature.OptionView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.change.Differences;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.project.Project;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Differences of two states, as they are shown. */
class DifferenceViewTest {

    private final Project before = project(history().state());

    @Test
    void equalStatesDoNotDiffer() {
        assertThat(DifferenceView.of(Differences.between(before, before, List.of(Shop.LIVE))))
                .isEmpty();
    }

    @Test
    void aStateThatWasChangedListsItsFields() {
        assertThat(since(Shop.set(true, FeatureValue.of("red"))))
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.type()).isEqualTo("FEATURE_STATE");
                    assertThat(state.changeType()).isEqualTo("UPDATE");
                    assertThat(state.name()).isEqualTo("basket_v2");
                    assertThat(state.environment()).isEqualTo(Shop.LIVE);
                    assertThat(state.feature()).isEqualTo(Shop.BASKET);
                    assertThat(state.segment()).isNull();
                    assertThat(state.identity()).isNull();
                    assertThat(state.changes())
                            .containsExactly(
                                    new FieldChange("enabled", false, true),
                                    new FieldChange("string_value", "blue", "red"));
                });
    }

    @Test
    void anOverrideThatWasAddedNamesItsSegment() {
        assertThat(since(Shop.segment(), Shop.overriddenForSegment(true, FeatureValue.of("red"))))
                .extracting(DifferenceView::type, DifferenceView::changeType, DifferenceView::segment)
                .containsExactly(tuple("SEGMENT", "CREATE", null), tuple("FEATURE_STATE", "CREATE", Shop.BETA));
    }

    @Test
    void anOverrideThatWasAddedNamesItsIdentity() {
        assertThat(since(Shop.overriddenForIdentity(true, FeatureValue.of("red"))))
                .extracting(DifferenceView::type, DifferenceView::changeType, DifferenceView::identity)
                .containsExactly(tuple("FEATURE_STATE", "CREATE", Shop.USER_88));
    }

    @Test
    void aFeatureThatWasDeletedHasNoChanges() {
        assertThat(since(new FeatureDeleted(Shop.BASKET)))
                .filteredOn(view -> view.type().equals("FEATURE"))
                .singleElement()
                .satisfies(feature -> {
                    assertThat(feature.id()).isEqualTo(Shop.BASKET);
                    assertThat(feature.changeType()).isEqualTo("DELETE");
                    assertThat(feature.changes()).isEmpty();
                });
    }

    @Test
    void anOptionWhoseTypeOrKeyWasChangedDiffers() {
        var number = option(FeatureValue.of(7), null);

        assertThat(ofOptions(number, option(FeatureValue.of("7"), null)))
                .containsExactly(new FieldChange(
                        "multivariate_options",
                        List.of(OptionView.of(number, null)),
                        List.of(OptionView.of(option(FeatureValue.of("7"), null), null))));
        assertThat(ofOptions(number, option(FeatureValue.of(7), "seven"))).hasSize(1);
        assertThat(ofOptions(number, number)).isEmpty();
    }

    @Test
    void anEnvironmentThatWasChangedListsItsSettings() {
        assertThat(since(new EnvironmentChanged(Shop.LIVE, Shop.settings("Production", "key-5"))))
                .singleElement()
                .satisfies(environment -> {
                    assertThat(environment.type()).isEqualTo("ENVIRONMENT");
                    assertThat(environment.name()).isEqualTo("Production");
                    assertThat(environment.changes())
                            .extracting(FieldChange::field)
                            .contains("name");
                });
    }

    @Test
    void aDifferenceIsTheSameInTheOtherDirectionButForItsSign() {
        var changed = after(Shop.set(true, FeatureValue.of("red")), Shop.segment());

        var undone = DifferenceView.of(Differences.between(changed, before, List.of(Shop.LIVE)));

        assertThat(undone)
                .extracting(DifferenceView::type, DifferenceView::changeType)
                .containsExactly(tuple("SEGMENT", "DELETE"), tuple("FEATURE_STATE", "UPDATE"));
        assertThat(undone.getLast().changes())
                .containsExactly(
                        new FieldChange("enabled", true, false), new FieldChange("string_value", "red", "blue"));
    }

    private static MultivariateOption option(FeatureValue value, @Nullable String key) {
        return new MultivariateOption(41, Shop.id(41), value, 0, key);
    }

    private static List<FieldChange> ofOptions(MultivariateOption old, MultivariateOption now) {
        var known = after(new OptionAdded(Shop.BASKET, old, Map.of()));
        var changed = after(new OptionAdded(Shop.BASKET, old, Map.of()), new OptionChanged(Shop.BASKET, now));
        return DifferenceView.of(Differences.between(known, changed, List.of(Shop.LIVE))).stream()
                .flatMap(view -> view.changes().stream())
                .toList();
    }

    private List<DifferenceView> since(LedgerEvent... events) {
        return DifferenceView.of(Differences.between(before, after(events), List.of(Shop.LIVE)));
    }

    private static Project after(LedgerEvent... events) {
        return project(history().then(events).state());
    }

    private static History history() {
        return Shop.withBasket();
    }

    private static Project project(Installation installation) {
        return installation.project(Shop.PROJECT).orElseThrow();
    }
}
