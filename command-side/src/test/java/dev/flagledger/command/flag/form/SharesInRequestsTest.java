package dev.flagledger.command.flag.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.testing.Forms;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The variants of a feature state as requests write them. */
class SharesInRequestsTest {

    private static final Set<Integer> OPTIONS = Set.of(8, 9);

    @Test
    void sharesAreReadWithTheirIds() {
        var form = Forms.of("""
                {'multivariate_feature_state_values': [
                    {'id': 70, 'multivariate_feature_option': 8, 'percentage_allocation': 25},
                    {'multivariate_feature_option': 9, 'percentage_allocation': 12.5}]}""");

        assertThat(SharesForm.read(form, OPTIONS)).contains(List.of(new Share(70, 8, 25), new Share(9, 12.5)));
        assertThat(Forms.problems(form)).isEqualTo("{}");
    }

    @Test
    void anOmittedListIsNotAnEmptyOne() {
        assertThat(SharesForm.read(Forms.of("{}"), OPTIONS)).isEmpty();
        assertThat(SharesForm.read(Forms.of("{'multivariate_feature_state_values': []}"), OPTIONS))
                .contains(List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'multivariate_feature_option': 8}                                    ; {percentage_allocation=[This field is required.]}
            {'percentage_allocation': 5}                                          ; {multivariate_feature_option=[This field is required.]}
            {'multivariate_feature_option': 77, 'percentage_allocation': 5}       ; {multivariate_feature_option=[Invalid pk "77" - object does not exist.]}
            {'multivariate_feature_option': 8, 'percentage_allocation': 100.1}    ; {percentage_allocation=[Ensure this value is less than or equal to 100.]}
            {'multivariate_feature_option': 8, 'percentage_allocation': -1}       ; {percentage_allocation=[Ensure this value is greater than or equal to 0.]}
            """)
    void anIncompleteShareIsRejected(String share, String problems) {
        var form = Forms.of("{'multivariate_feature_state_values': [" + share + "]}");
        SharesForm.read(form, OPTIONS);

        assertThat(Forms.problems(form)).isEqualTo("{multivariate_feature_state_values=[" + problems + "]}");
    }

    @Test
    void rejectionsHaveTheContractsTexts() {
        assertThat(Forms.problems(() -> SharesForm.require(List.of(new Share(8, 60), new Share(9, 41)))))
                .isEqualTo("{non_field_errors=[Multivariate percentage values exceed 100%.]}");
        assertThat(Forms.problems(() -> SharesForm.require(List.of(new Share(8, 10), new Share(8, 20)))))
                .isEqualTo("[{'__all__': ['Multivariate feature state value with this Feature state and Multivariate"
                        + " feature option already exists.']}]");
    }
}
