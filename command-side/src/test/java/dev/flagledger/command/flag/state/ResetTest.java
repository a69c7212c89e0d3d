package dev.flagledger.command.flag.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResetTest {

    private final History shop = Shop.withBasket().then(Shop.set(true, FeatureValue.of("red")));

    @Test
    void aResetFlagIsOffWithTheInitialValue() {
        assertThat(reset()).isEqualTo(new StateRequest(false, FeatureValue.of("blue"), List.of()));
    }

    @Test
    void whereDefaultsArePreventedAResetFlagHasNoValue() {
        shop.then(new ProjectChanged(
                Shop.PROJECT, new ProjectSettings("Shop", false, true, false, true, null, 30, null, false, false)));

        assertThat(reset().value()).isEqualTo(FeatureValue.NONE);
    }

    @Test
    void variantsGoBackToTheDefaultsOfTheirOptions() {
        shop.then(Wares.optionAdded(31, "green", 30), Wares.optionAdded(32, "red", 20));

        assertThat(reset().shares()).containsExactly(new Share(31, 30), new Share(32, 20));
    }

    private StateRequest reset() {
        var project = shop.state().project(Shop.PROJECT).orElseThrow();
        return Reset.of(project, project.environment(Shop.LIVE).flag(Shop.BASKET));
    }
}
