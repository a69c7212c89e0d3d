package dev.flagledger.query.sdk.ofrep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.OptionAdded;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.evaluation.environment.EnvironmentEvaluator;
import dev.flagledger.engine.evaluation.environment.EvaluatedIdentity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfrepFlagTest {

    private static final EvaluatedIdentity BOB = new EvaluatedIdentity(Shop.USER_88, "user-88", List.of());

    private final History history = Shop.withBasket();

    @Test
    void anEnabledFeatureWithAValueGivesTheValue() {
        history.then(Shop.set(true, FeatureValue.of(7)));

        assertThat(evaluated()).isEqualTo(flag(7, "DEFAULT", "on", true));
    }

    @Test
    void aDisabledFeatureLeavesTheValueToTheApplication() {
        assertThat(evaluated()).isEqualTo(flag(null, "DISABLED", "off", false));
    }

    @Test
    void aFeatureWithoutAValueGivesWhetherItIsEnabled() {
        history.then(Shop.set(true, FeatureValue.NONE));
        assertThat(evaluated()).isEqualTo(flag(true, "DEFAULT", "on", true));

        history.then(Shop.set(false, FeatureValue.NONE));
        assertThat(evaluated()).isEqualTo(flag(false, "DISABLED", "off", false));
    }

    @Test
    void anOverrideIsATargetingMatch() {
        history.then(Shop.overriddenForIdentity(true, FeatureValue.of("red")));

        assertThat(evaluated()).isEqualTo(flag("red", "TARGETING_MATCH", "on", true));
    }

    @Test
    void theVariantIsTheKeyOrTheIdOfTheDrawnOption() {
        history.then(Shop.set(true, FeatureValue.of("blue")), option(31, "dark"));
        assertThat(evaluated()).isEqualTo(flag("red", "SPLIT", "dark", true));

        var keyless = Shop.withBasket().then(Shop.set(true, FeatureValue.of("blue")), option(31, null));
        assertThat(evaluated(keyless)).isEqualTo(flag("red", "SPLIT", "option-31", true));
    }

    private static OptionAdded option(int id, @Nullable String key) {
        return new OptionAdded(
                Shop.BASKET,
                new MultivariateOption(id, Shop.id(id), FeatureValue.of("red"), 100, key),
                Map.of(Shop.LIVE, new Variant(1_031, id, 100)));
    }

    private static OfrepFlag flag(@Nullable Object value, String reason, String variant, boolean enabled) {
        return new OfrepFlag("basket_v2", value, reason, variant, Map.of("enabled", enabled));
    }

    private OfrepFlag evaluated() {
        return evaluated(history);
    }

    private static OfrepFlag evaluated(History history) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return OfrepFlag.of(EnvironmentEvaluator.of(project, project.environment(Shop.LIVE))
                .flags(BOB)
                .getFirst());
    }
}
