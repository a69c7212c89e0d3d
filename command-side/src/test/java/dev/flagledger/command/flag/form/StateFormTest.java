package dev.flagledger.command.flag.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.flag.form.StateForm.Style;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.testing.Forms;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StateFormTest {

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, StateChanges.class, StateForm.class);

    /** Starts as "blue" with the options 31 and 32. */
    private static final Feature BASKET = Shop.withBasket()
            .then(Wares.optionAdded(31, "green", 30), Wares.optionAdded(32, "red", 20))
            .state()
            .project(Shop.PROJECT)
            .orElseThrow()
            .feature(Shop.BASKET);

    private static final Setting CURRENT =
            new Setting(true, FeatureValue.of("now"), List.of(new Variant(1031, 31, 30), new Variant(1032, 32, 20)));

    private final StateForm states = NODE.get(StateForm.class);

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void omittedFieldsAreNotChanged() {
        assertThat(states.change(Forms.of("{}"), Style.PLAIN, BASKET, CURRENT))
                .isEqualTo(new SettingChange(null, null, null));
    }

    @Test
    void eachNotationWritesTheSameChange() {
        var plain = Forms.of("{'enabled': false, 'feature_state_value': 7}");
        var typed = Forms.of("{'enabled': false, 'feature_state_value': {'type': 'int', 'integer_value': 7}}");
        var change = new SettingChange(false, FeatureValue.of(7), null);

        assertThat(states.change(plain, Style.PLAIN, BASKET, CURRENT)).isEqualTo(change);
        assertThat(states.change(typed, Style.TYPED, BASKET, CURRENT)).isEqualTo(change);
    }

    @Test
    void variantsKeepTheirIds() {
        var form = Forms.of("""
                {'multivariate_feature_state_values': [
                    {'id': 1031, 'multivariate_feature_option': 31, 'percentage_allocation': 50}]}""");

        assertThat(states.change(form, Style.PLAIN, BASKET, CURRENT).variants())
                .containsExactly(new Variant(1031, 31, 50));
    }

    @Test
    void whereVariantsAreIgnoredTheyAreNotEvenValidated() {
        var form = Forms.of("{'enabled': false, 'multivariate_feature_state_values': 7}");

        assertThat(StateForm.withoutShares(form, Style.PLAIN, CURRENT)).isEqualTo(SettingChange.toggle(false));
    }

    @Test
    void aChangeIsValidated() {
        assertThat(problems("{'enabled': 'perhaps'}")).isEqualTo("{enabled=[Must be a valid boolean.]}");
        assertThat(problems("{'multivariate_feature_state_values': [{'percentage_allocation': 5}]}"))
                .isEqualTo("{multivariate_feature_state_values=[{multivariate_feature_option=[This field is"
                        + " required.]}]}");
        assertThat(problems("""
                {'multivariate_feature_state_values': [
                    {'id': 1031, 'multivariate_feature_option': 31, 'percentage_allocation': 80},
                    {'id': 1032, 'multivariate_feature_option': 32, 'percentage_allocation': 30}]}""")).isEqualTo("{non_field_errors=[Multivariate percentage values exceed 100%.]}");
    }

    @Test
    void aNewStateIsOffWithTheInitialValue() {
        assertThat(states.start(Forms.of("{}"), Style.PLAIN, BASKET))
                .isEqualTo(new Setting(false, FeatureValue.of("blue")));
    }

    @Test
    void aNewStateHasTheRequestedVariants() {
        var form = Forms.of("""
                {'enabled': true, 'feature_state_value': 'x', 'multivariate_feature_state_values': [
                    {'multivariate_feature_option': 32, 'percentage_allocation': 15}]}""");

        var start = states.start(form, Style.PLAIN, BASKET);

        assertThat(start.enabled()).isTrue();
        assertThat(start.value()).isEqualTo(FeatureValue.of("x"));
        assertThat(start.variants()).singleElement().satisfies(variant -> {
            assertThat(variant.optionId()).isEqualTo(32);
            assertThat(variant.percentage()).isEqualTo(15);
        });
    }

    @Test
    void aRequestForAVersionKeepsTheErrorsForLater() {
        var form = Forms.of("{'enabled': 'perhaps'}");
        StateForm.request(form, BASKET, CURRENT);

        assertThat(Forms.problems(form)).isEqualTo("{enabled=[Must be a valid boolean.]}");
    }

    @Test
    void aRequestForAVersionIdentifiesVariantsByOption() {
        var form = Forms.of("""
                {'multivariate_feature_state_values': [
                    {'id': 1031, 'multivariate_feature_option': 31, 'percentage_allocation': 50}]}""");

        assertThat(StateForm.request(form, BASKET, CURRENT))
                .isEqualTo(new StateRequest(null, null, List.of(new Share(31, 50))));
    }

    @Test
    void aRequestTakesOmittedValuesFromTheFallback() {
        assertThat(new StateRequest(null, null, null).or(CURRENT))
                .isEqualTo(new StateRequest(true, CURRENT.value(), List.of(new Share(31, 30), new Share(32, 20))));
        var complete = new StateRequest(false, FeatureValue.NONE, List.of());
        assertThat(complete.or(CURRENT)).isEqualTo(complete);
    }

    private String problems(String sent) {
        return Forms.problems(() -> states.change(Forms.of(sent), Style.PLAIN, BASKET, CURRENT));
    }
}
