package dev.flagledger.engine.evaluation.environment;

import static dev.flagledger.engine.Shop.BASKET;
import static dev.flagledger.engine.Shop.LIVE;
import static dev.flagledger.engine.Shop.USER_88;
import static dev.flagledger.engine.Shop.id;
import static dev.flagledger.engine.evaluation.environment.Visits.PRO;
import static dev.flagledger.engine.evaluation.environment.Visits.basket;
import static dev.flagledger.engine.evaluation.environment.Visits.identity;
import static dev.flagledger.engine.evaluation.environment.Visits.withOption;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.evaluation.percentage.Percentage;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantsTest {

    @Test
    void variantsHashTheStatesLineageAndTheIdentitysKey() {
        var share = Percentage.of("105", "key-5_ana");
        var hit = withOption(Math.nextUp(share), "treatment");
        var missed = withOption(share, "treatment");

        assertThat(basket(hit, PRO).value()).isEqualTo("red");
        assertThat(basket(hit, PRO).variant()).isEqualTo("treatment");
        assertThat(basket(missed, PRO).value()).isEqualTo("blue");
        assertThat(basket(missed, PRO).variant()).isEqualTo("control");
        assertThat(basket(withOption(100, null), PRO).variant()).isNull();
        assertThat(basket(withOption(100, "treatment"), null).value())
                .as("without an identity")
                .isEqualTo("blue");
    }

    /** Flagsmith uses the key "None" for all transient identities. */
    @Test
    void transientIdentitiesShareOneKey() {
        var history = withOption(100, "treatment");
        var project = history.state().projectOfEnvironment(LIVE).orElseThrow();
        var settings = project.environment(LIVE).settings();
        assertThat(identity(77, "ana").in(settings).key()).isEqualTo("key-5_ana");
        var byId = new EnvironmentSettings(
                "Live", "key-5", null, null, true, null, null, null, false, false, true, List.of());

        assertThat(identity(77, "ana").in(byId).key()).isEqualTo("77");
        assertThat(new EvaluatedIdentity(null, "ana", List.of()).in(byId).key()).isEqualTo("key-5_ana");
    }

    @Test
    void anOverrideWithoutSharesGivesItsOwnValueAsControl() {
        var history = withOption(100, "treatment").then(Shop.overriddenForIdentity(true, FeatureValue.of("gold")));
        var flag = basket(history, identity(USER_88, "user-88"));

        assertThat(flag.value()).isEqualTo("gold");
        assertThat(flag.variant()).isEqualTo("control");
    }

    @Test
    void anOverrideCanPinAnOption() {
        var pinned = new Setting(true, FeatureValue.of("gold"), List.of(new Variant(91, 71, 100)));
        var history = withOption(0, "treatment")
                .then(new IdentityOverrideCreated(LIVE, USER_88, "user-88", BASKET, 130, id(130), pinned));
        var flag = basket(history, identity(USER_88, "user-88"));

        assertThat(flag.value()).isEqualTo("red");
        assertThat(flag.variant()).isEqualTo("treatment");
    }
}
