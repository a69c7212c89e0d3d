package dev.flagledger.command.flag.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFormTest {

    private static final Project SHOP = Shop.withBasket()
            .then(Shop.segment(), Wares.optionAdded(31, "green", 30), Wares.optionAdded(32, "red", 20))
            .state()
            .project(Shop.PROJECT)
            .orElseThrow();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'name': 'basket_v2'} ; {}
            {'id': 7}             ; {}
            {'name': 'basket'}    ; [Feature '{'name': 'basket'}' not found in project]
            {'id': 99}            ; [Feature '{'id': 99}' not found in project]
            """)
    void aFeatureIsFoundByNameOrId(String feature, String problems) {
        var form = Forms.of("{'feature': " + feature + "}");
        var reference = ExperimentForm.feature(form);

        assertThat(Forms.problems(form)).isEqualTo("{}");
        assertThat(Forms.problems(() -> assertThat(reference.resolve(SHOP).id()).isEqualTo(Shop.BASKET)))
                .isEqualTo(problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                                 ; {feature={non_field_errors=[Either 'name' or 'id' is required for feature identification]}}
            {'name': 'basket_v2', 'id': 7}     ; {feature={non_field_errors=[Provide either 'name' or 'id', not both]}}
            {'id': 'x'}                        ; {feature={id=[A valid integer is required.]}}
            {'name': ''}                       ; {feature={name=[This field may not be blank.]}}
            null                               ; {feature=[This field may not be null.]}
            """)
    void aFeatureIsGivenInExactlyOneWay(String feature, String problems) {
        var form = Forms.of("{'feature': " + feature + "}");
        ExperimentForm.feature(form);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void aStateHasBothFields() {
        var form = Forms.of("{'enabled': true, 'value': {'type': 'integer', 'value': '7'}}");

        assertThat(ExperimentForm.state(form)).isEqualTo(new StateRequest(true, FeatureValue.of(7), null));
        assertThat(Forms.problems(form)).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'value': {'type': 'string', 'value': 'x'}}                      ; {enabled=[This field is required.]}
            {'enabled': true}                                                ; {value=[This field is required.]}
            {'enabled': true, 'value': {'type': 'integer', 'value': 'x'}}    ; {value={non_field_errors=['x' is not a valid integer]}}
            {'enabled': 'so', 'value': {'type': 'string', 'value': 'x'}}     ; {enabled=[Must be a valid boolean.]}
            """)
    void aStateIsComplete(String sent, String problems) {
        var form = Forms.of(sent);
        ExperimentForm.state(form);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'multivariate_feature_option': 31, 'percentage_allocation': 10}, {'multivariate_feature_option': 31, 'percentage_allocation': 20} ; {non_field_errors=[Multivariate options must be unique]}
            {'multivariate_feature_option': 31}                                                                                                ; {multivariate_feature_state_values=[{percentage_allocation=[This field is required.]}]}
            {'percentage_allocation': 10}                                                                                                      ; {multivariate_feature_state_values=[{multivariate_feature_option=[This field is required.]}]}
            """)
    void sharesAreOfDistinctOptions(String shares, String problems) {
        var form = Forms.of("{'enabled': true, 'value': {'type': 'string', 'value': 'x'},"
                + " 'multivariate_feature_state_values': [" + shares + "]}");
        ExperimentForm.state(form);

        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void sharesAreOfOptionsOfTheFeatureAndOfOneWhole() {
        assertThat(possible(new Share(31, 60), new Share(32, 40))).isEqualTo("{}");
        assertThat(possible()).isEqualTo("{}");
        assertThat(possible(new Share(31, 60), new Share(99, 1), new Share(98, 1)))
                .isEqualTo("{non_field_errors=[Multivariate options [98, 99] do not belong to the feature]}");
        assertThat(possible(new Share(31, 60), new Share(32, 40.5)))
                .isEqualTo("[Multivariate allocations for the feature state must not exceed 100%, got 100.5%.]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                     ;   ; {}
            {'segment': {'id': 8}} ; 8 ; {}
            {'segment': {'id': 9}} ; 9 ; {segment=[Segment with id 9 not found in project]}
            """)
    void aSegmentIsOfTheProject(String sent, Integer segment, String problems) {
        var form = Forms.of(sent);

        assertThat(ExperimentForm.segment(form, SHOP).orElse(null)).isEqualTo(segment);
        assertThat(Forms.problems(form)).isEqualTo(problems);
    }

    @Test
    void overridesAreReadInTheirOrder() {
        var form = Forms.of("{'segment_overrides': [" + override(8, "'priority': 3,") + "]}");

        assertThat(ExperimentForm.overrides(form, SHOP))
                .containsExactly(new OverrideRequest(8, 3, new StateRequest(true, FeatureValue.of("x"), null)));
        assertThat(Forms.problems(form)).isEqualTo("{}");
        assertThat(ExperimentForm.overrides(Forms.of("{}"), SHOP)).isEmpty();
    }

    @Test
    void eachSegmentIsOverriddenOnce() {
        var twice = Forms.of("{'segment_overrides': [" + override(8, "") + "," + override(8, "") + "]}");
        ExperimentForm.overrides(twice, SHOP);
        assertThat(Forms.problems(twice))
                .isEqualTo("{segment_overrides=[Duplicate segment_id values are not allowed]}");

        var unknown = Forms.of("{'segment_overrides': [" + override(9, "") + "]}");
        ExperimentForm.overrides(unknown, SHOP);
        assertThat(Forms.problems(unknown))
                .isEqualTo("{segment_overrides=[{segment_id=[Segment with id 9 not found in project]}]}");
    }

    private static String override(int segment, String more) {
        return "{'segment_id': " + segment + ", " + more
                + " 'enabled': true, 'value': {'type': 'string', 'value': 'x'}}";
    }

    private static String possible(Share... shares) {
        var request = new StateRequest(true, FeatureValue.NONE, List.of(shares));
        return Forms.problems(() -> ExperimentForm.requireValidShares(request, SHOP.feature(Shop.BASKET)));
    }
}
