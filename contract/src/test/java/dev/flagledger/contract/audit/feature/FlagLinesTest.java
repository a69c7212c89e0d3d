package dev.flagledger.contract.audit.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.contract.audit.line.AuditLine.ChangeType;
import dev.flagledger.contract.view.audit.FieldChange;
import dev.flagledger.engine.Shop;
import dev.flagledger.testing.Lines;
import org.junit.jupiter.api.Test;

class FlagLinesTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final FeatureValue RED = FeatureValue.of("red");

    @Test
    void aNewFeatureHasALineForItselfAndForItsStateInEachEnvironment() {
        var lines = Lines.of(Shop.withBasket());

        assertThat(lines)
                .hasSize(3)
                .allMatch(line -> line.log().equals("New Flag / Remote Config created: basket_v2"))
                .allMatch(line -> line.changeType() == ChangeType.CREATE);
        assertThat(lines)
                .extracting(line -> line.place().environmentId())
                .containsExactly(null, Shop.LIVE, Shop.STAGING);
        assertThat(lines).extracting(line -> Lines.about(line).id()).containsExactly(Shop.BASKET, 105, 106);
    }

    @Test
    void aSwitchAndANewValueHaveALineEach() {
        assertThat(Lines.logs(Shop.withBasket().then(Shop.set(true, RED))))
                .containsExactly(
                        "Flag state updated for feature: basket_v2",
                        "Remote config value updated for feature: basket_v2");
        assertThat(Lines.logs(Shop.withBasket().then(Shop.set(true, BLUE))))
                .containsExactly("Flag state updated for feature: basket_v2");
        assertThat(Lines.logs(Shop.withBasket().then(Shop.set(false, BLUE)))).isEmpty();
    }

    @Test
    void anEmptyTextEqualsNoValue() {
        var nothing = Shop.withBasket().then(Shop.set(false, FeatureValue.NONE));

        assertThat(Lines.logs(nothing)).containsExactly("Remote config value updated for feature: basket_v2");
        assertThat(Lines.logs(nothing.then(Shop.set(false, FeatureValue.of("")))))
                .isEmpty();
    }

    @Test
    void aNewOverrideHasALineEvenIfItEqualsTheDefault() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(false, BLUE));

        assertThat(Lines.of(history)).singleElement().satisfies(line -> {
            assertThat(line.log())
                    .isEqualTo("Flag state / Remote config value updated for feature 'basket_v2'"
                            + " and segment 'beta users'");
            assertThat(line.changeType()).isEqualTo(ChangeType.CREATE);
            assertThat(line.changes()).containsExactly(new FieldChange("enabled", null, false));
        });
    }

    @Test
    void aSegmentOverrideIsNamedByItsSegment() {
        var history = Shop.withBasket()
                .then(Shop.segment(), Shop.overriddenForSegment(false, BLUE))
                .then(Shop.segmentChanged(true, RED));

        assertThat(Lines.logs(history))
                .containsExactly(
                        "Flag state / Remote config value updated for feature 'basket_v2' and segment 'beta users'",
                        "Remote config updated for segment override on feature 'basket_v2'"
                                + " and segment 'beta users'.");
    }

    @Test
    void anIdentityOverrideIsNamedByItsIdentifier() {
        var history =
                Shop.withBasket().then(Shop.overriddenForIdentity(false, BLUE)).then(Shop.identityChanged(true, RED));

        assertThat(Lines.logs(history))
                .containsExactly(
                        "Flag state / Remote config value updated for feature 'basket_v2' and identity 'user-88'",
                        "Remote config value updated for identity override on feature 'basket_v2'"
                                + " and identity 'user-88'.");
    }
}
