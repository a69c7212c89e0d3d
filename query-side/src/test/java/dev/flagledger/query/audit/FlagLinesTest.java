package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.identity.IdentityEvent.IdentityOverrideUpdated;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.change.FlagChange;
import dev.flagledger.query.audit.AuditLine.ChangeType;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagLinesTest {

    private static final FeatureValue BLUE = FeatureValue.of("blue");
    private static final FeatureValue RED = FeatureValue.of("red");

    @Test
    void aNewFeatureLeavesALineForItsStateInEachEnvironment() {
        var lines = lines(Shop.withBasket());

        assertThat(lines)
                .extracting(AuditLine::log)
                .containsExactly(
                        "New Flag / Remote Config created: basket_v2", "New Flag / Remote Config created: basket_v2");
        assertThat(lines).extracting(AuditLine::environmentId).containsExactly(Shop.LIVE, Shop.STAGING);
        assertThat(lines).extracting(AuditLine::relatedId).containsExactly(105, 106);
        assertThat(lines).extracting(AuditLine::changeType).containsOnly(ChangeType.CREATE);
    }

    @Test
    void beingSwitchedAndGettingAValueAreALineEach() {
        assertThat(logs(Shop.withBasket().then(Shop.set(true, RED))))
                .containsExactly(
                        "Flag state updated for feature: basket_v2",
                        "Remote config value updated for feature: basket_v2");
        assertThat(logs(Shop.withBasket().then(Shop.set(true, BLUE))))
                .containsExactly("Flag state updated for feature: basket_v2");
        assertThat(logs(Shop.withBasket().then(Shop.set(false, BLUE)))).isEmpty();
    }

    @Test
    void anEmptyTextAndNoValueAreTheSame() {
        var nothing = Shop.withBasket().then(Shop.set(false, FeatureValue.NONE));

        assertThat(logs(nothing)).containsExactly("Remote config value updated for feature: basket_v2");
        assertThat(logs(nothing.then(Shop.set(false, FeatureValue.of(""))))).isEmpty();
    }

    @Test
    void aNewOverrideLeavesALineAlsoWhereItIsLikeTheDefault() {
        var history = Shop.withBasket().then(Shop.segment(), Shop.overriddenForSegment(false, BLUE));

        assertThat(lines(history)).singleElement().satisfies(line -> {
            assertThat(line.log())
                    .isEqualTo("Flag state / Remote config value updated for feature 'basket_v2'"
                            + " and segment 'beta users'");
            assertThat(line.changeType()).isEqualTo(ChangeType.CREATE);
            assertThat(line.changes()).containsExactly(new FieldChange("enabled", null, false));
        });
    }

    @Test
    void aSegmentsOverrideIsNamedByItsSegment() {
        var history = Shop.withBasket()
                .then(Shop.segment(), Shop.overriddenForSegment(false, BLUE))
                .then(new SegmentOverrideUpdated(
                        Shop.LIVE, Shop.BASKET, 120, Shop.BETA, new SettingChange(true, RED, null)));

        assertThat(logs(history))
                .containsExactly(
                        "Flag state / Remote config value updated for feature 'basket_v2' and segment 'beta users'",
                        "Remote config updated for segment override on feature 'basket_v2'"
                                + " and segment 'beta users'.");
    }

    @Test
    void anIdentitysOverrideIsNamedByItsIdentifier() {
        var history = Shop.withBasket()
                .then(Shop.overriddenForIdentity(false, BLUE))
                .then(new IdentityOverrideUpdated(
                        Shop.LIVE, 4211, Shop.BASKET, 130, new SettingChange(true, RED, null)));

        assertThat(logs(history))
                .containsExactly(
                        "Flag state / Remote config value updated for feature 'basket_v2' and identity 'user-88'",
                        "Remote config value updated for identity override on feature 'basket_v2'"
                                + " and identity 'user-88'.");
    }

    private static List<String> logs(History history) {
        return lines(history).stream().map(AuditLine::log).toList();
    }

    /** The lines of what the last event of the history did to flags. */
    private static List<AuditLine> lines(History history) {
        return FlagChange.of(history.before(), history.last(), history.state()).stream()
                .flatMap(FlagLines::of)
                .toList();
    }
}
