package dev.flagledger.contract.audit.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureCreated;
import dev.flagledger.api.event.FeatureEvent.OptionChanged;
import dev.flagledger.api.event.FeatureEvent.OptionRemoved;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.testing.Lines;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of multivariate options and of their shares in states. */
class ShareLinesTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final int GREEN = 31;

    @Test
    void aFeatureCreatedWithOptionsHasALinePerOption() {
        var options = List.of(Wares.option(GREEN, "green", 30), Wares.option(32, "red", 20));
        var history = Shop.open()
                .then(new FeatureCreated(
                        Shop.BASKET,
                        Shop.id(7),
                        Shop.PROJECT,
                        "basket_v2",
                        FeatureType.MULTIVARIATE,
                        "blue",
                        false,
                        Shop.details(null, false, false),
                        List.of(),
                        options,
                        List.of(Shop.seed(Shop.LIVE, Shop.BASKET, 105))));

        assertThat(Lines.logs(history))
                .containsExactly(
                        "New Flag / Remote Config created: basket_v2",
                        "Multivariate option added to feature 'basket_v2'.",
                        "Multivariate option added to feature 'basket_v2'.",
                        "Flag / Remote Config updated: basket_v2",
                        "New Flag / Remote Config created: basket_v2");
    }

    @Test
    void theFirstOptionMakesAFeatureMultivariateAndRemovingTheLastMakesItStandard() {
        var history = Shop.withBasket().then(Wares.optionAdded(GREEN, "green", 30));

        assertThat(Lines.logs(history))
                .containsExactly(
                        "Multivariate option added to feature 'basket_v2'.", "Flag / Remote Config updated: basket_v2");
        assertThat(Lines.of(history).getLast().changes())
                .containsExactly(new FieldChange("type", "STANDARD", "MULTIVARIATE"));

        history.then(Wares.optionAdded(32, "red", 10), new OptionRemoved(Shop.BASKET, GREEN));
        assertThat(Lines.line(history).log()).isEqualTo("Multivariate option removed from feature 'basket_v2'.");
        assertThat(Lines.line(history).changeType()).isEqualTo(ChangeType.DELETE);

        history.then(new OptionRemoved(Shop.BASKET, 32));
        assertThat(Lines.of(history).getLast().changes())
                .containsExactly(new FieldChange("type", "MULTIVARIATE", "STANDARD"));
    }

    @Test
    void aChangedOptionListsItsFields() {
        var history = Shop.withBasket()
                .then(
                        Wares.optionAdded(GREEN, "green", 30),
                        new OptionChanged(Shop.BASKET, Wares.option(GREEN, "olive", 40)));

        assertThat(Lines.line(history).log()).isEqualTo("Multivariate option updated on feature 'basket_v2'.");
        assertThat(Lines.line(history).changes())
                .containsExactly(
                        new FieldChange("string_value", "green", "olive"),
                        new FieldChange("default_percentage_allocation", 30.0, 40.0));
    }

    @Test
    void aChangedShareHasItsOwnLine() {
        var history = Shop.withBasket()
                .then(
                        Wares.optionAdded(GREEN, "green", 30),
                        new FeatureStateUpdated(
                                Shop.LIVE,
                                Shop.BASKET,
                                105,
                                new SettingChange(true, BLUE, List.of(new Variant(1031, GREEN, 55)))));

        assertThat(Lines.logs(history))
                .containsExactly(
                        "Flag state updated for feature: basket_v2",
                        "Multivariate value changed for feature 'basket_v2'.");
        var share = Lines.of(history).getLast();
        assertThat(share.changes()).containsExactly(new FieldChange("percentage_allocation", 30.0, 55.0));
        assertThat(Lines.about(share).id()).isEqualTo(105);
    }

    @Test
    void theSharesOfANewOverrideAreComparedWithTheDefault() {
        var history = Shop.withBasket().then(Wares.optionAdded(GREEN, "green", 30), Shop.segment());

        history.then(overridden(30));
        assertThat(Lines.logs(history)).hasSize(1);

        history = Shop.withBasket().then(Wares.optionAdded(GREEN, "green", 30), Shop.segment(), overridden(70));
        assertThat(Lines.logs(history).getLast())
                .isEqualTo("Multivariate value changed for feature 'basket_v2' and segment 'beta users'.");
        assertThat(Lines.of(history).getLast().changes())
                .containsExactly(new FieldChange("percentage_allocation", 30.0, 70.0));
    }

    @Test
    void anOverrideWithTheDefaultsSharesOrNoneHasNoLineForThem() {
        var history = Shop.withBasket()
                .then(
                        Wares.optionAdded(GREEN, "green", 30),
                        new FeatureStateUpdated(
                                Shop.LIVE,
                                Shop.BASKET,
                                105,
                                new SettingChange(null, null, List.of(new Variant(1031, GREEN, 55)))),
                        Shop.segment(),
                        overridden(55));
        assertThat(Lines.logs(history)).hasSize(1);

        history.then(Shop.overriddenForIdentity(true, BLUE));
        assertThat(Lines.logs(history)).hasSize(1);
    }

    private static SegmentOverrideCreated overridden(double share) {
        var setting = new Setting(true, BLUE, List.of(new Variant(5000, GREEN, share)));
        return new SegmentOverrideCreated(Shop.LIVE, Shop.BASKET, Shop.BETA, Shop.ids(120, 61), 0, setting);
    }
}
