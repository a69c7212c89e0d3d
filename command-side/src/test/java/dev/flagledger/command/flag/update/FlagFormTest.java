package dev.flagledger.command.flag.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.permission.AccessibleFlag;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.command.flag.form.StateRequest;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.testing.Forms;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlagFormTest {

    private static final int STAFF = 9;

    private static final AccessibleFlag PLAIN = access(Shop.withBasket());
    private static final AccessibleFlag MULTIVARIATE = access(Shop.withBasket()
            .then(
                    new TypeChanged(Shop.BASKET, FeatureType.MULTIVARIATE),
                    Wares.optionAdded(31, "green", 30),
                    Wares.optionAdded(32, "red", 20)));

    @Test
    void omittedPartsAreEmpty() {
        var form = FlagForm.read(Forms.of("{}"), PLAIN, false);

        assertThat(form.environmentDefault()).isEmpty();
        assertThat(form.overrides()).isEmpty();
    }

    @Test
    void omittedFieldsOfAPartAreNull() {
        assertThat(FlagForm.read(Forms.of("{'environment_default': {}}"), PLAIN, false)
                        .environmentDefault())
                .contains(new StateRequest(null, null, null));
    }

    @Test
    void aWholeDefaultIsOffAndWithoutAValueWhereOmitted() {
        assertThat(FlagForm.read(Forms.of("{'environment_default': {}}"), PLAIN, true)
                        .environmentDefault())
                .contains(new StateRequest(false, FeatureValue.NONE, null));
    }

    @Test
    void aNullValueIsNoValue() {
        var sent = Forms.of("{'environment_default': {'enabled': true, 'value': null}}");

        assertThat(FlagForm.read(sent, PLAIN, false).environmentDefault())
                .contains(new StateRequest(true, FeatureValue.NONE, null));
    }

    @Test
    void allVariantsMayBeSet() {
        var sent = Forms.of(
                "{'environment_default': {'variants': [" + "{'id': 31, 'weight': 60}, {'id': 32, 'weight': 40}]}}");

        assertThat(FlagForm.read(sent, MULTIVARIATE, true).environmentDefault())
                .contains(new StateRequest(false, FeatureValue.NONE, List.of(new Share(31, 60), new Share(32, 40))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'id': 31, 'weight': 60}                           ; {variants=[Must include all feature's variants.]}
            {'id': 31, 'weight': 60}, {'id': 31, 'weight': 40} ; {variants=[Must include all feature's variants.]}
            {'id': 31, 'weight': 60}, {'id': 99, 'weight': 40} ; {variants=[Variant not found.]}
            {'id': 31, 'weight': 60}, {'id': 32, 'weight': 41} ; {variants=[Total weight must not exceed 100.]}
            {'id': 31}, {'id': 32, 'weight': 41}               ; {variants=[{weight=[This field is required.]}, {}]}
            """)
    void variantsAreComplete(String variants, String problems) {
        assertThat(problems("{'environment_default': {'variants': [" + variants + "]}}", MULTIVARIATE, false))
                .isEqualTo("{environment_default=" + problems + "}");
    }

    @Test
    void aWholeMultivariateDefaultNamesItsVariants() {
        assertThat(problems("{'environment_default': {}}", MULTIVARIATE, true))
                .isEqualTo("{environment_default={variants=[Must include all feature's variants.]}}");
    }

    @Test
    void aStandardFeatureHasNoVariants() {
        assertThat(problems("{'environment_default': {'variants': [{'id': 31, 'weight': 60}]}}", PLAIN, false))
                .isEqualTo("{environment_default={variants=[Feature is not multivariate.]}}");
        assertThat(problems("{'environment_default': {'variants': []}}", PLAIN, true))
                .isEqualTo("{}");
    }

    @Test
    void overridesArePlacedInTheirOrderUnlessTheyHaveAPlace() {
        var access = access(overridden());
        var sent = "{'segment_overrides': [{'segment': {'id': 9}}, {'segment': {'id': 8}}]}";

        assertThat(FlagForm.read(Forms.of(sent), access, false).overrides().orElseThrow())
                .extracting(OverrideRequest::segmentId, OverrideRequest::priority)
                .containsExactly(Assertions.tuple(STAFF, 0), Assertions.tuple(Shop.BETA, null));
        assertThat(FlagForm.read(Forms.of(sent), access, true).overrides().orElseThrow())
                .extracting(OverrideRequest::segmentId, OverrideRequest::priority)
                .containsExactly(Assertions.tuple(STAFF, 0), Assertions.tuple(Shop.BETA, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'segment': {'id': 8}}, {'segment': {'id': 8}} ; {segment_overrides=[Duplicate segment: 8.]}
            {'segment': {'id': 99}}                        ; {segment_overrides=[{segment={id=[Segment not found.]}}]}
            {'segment': {}}                                ; {segment_overrides=[{segment={id=[This field is required.]}}]}
            {}                                             ; {segment_overrides=[{segment=[This field is required.]}]}
            {'segment': {'id': 8}, 'priority': -1}         ; {segment_overrides=[{priority=[Ensure this value is greater than or equal to 0.]}]}
            """)
    void eachOverrideNamesAnotherSegment(String overrides, String problems) {
        assertThat(problems("{'segment_overrides': [" + overrides + "]}", access(overridden()), false))
                .isEqualTo(problems);
    }

    @Test
    void noTwoOverridesTakeOnePlace() {
        var sent = Forms.of("{'segment_overrides': ["
                + "{'segment': {'id': 9}, 'priority': 1}, {'segment': {'id': 8}, 'priority': 1}]}");

        Assertions.assertThatThrownBy(() -> FlagForm.read(sent, access(overridden()), false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Duplicate priority: 1.");
    }

    @Test
    void currentVariantsOfAnOverrideMayBeSentBack() {
        var access = access(overridden()
                .then(new TypeChanged(Shop.BASKET, FeatureType.MULTIVARIATE), Wares.optionAdded(31, "green", 30)));
        var sent = "{'segment_overrides': [{'segment': {'id': 8}, 'variants': []}]}";

        assertThat(problems(sent, access, false)).isEqualTo("{}");
        assertThat(problems(sent.replace("8", "9"), access, false))
                .isEqualTo("{segment_overrides=[{variants=[Must include all feature's variants.]}]}");
    }

    private static String problems(String sent, AccessibleFlag access, boolean whole) {
        return Forms.problems(() -> FlagForm.read(Forms.of(sent), access, whole));
    }

    private static History overridden() {
        return Shop.withBasket()
                .then(
                        Shop.segment(),
                        Shop.segment(STAFF, "staff", null),
                        Shop.overriddenForSegment(true, FeatureValue.of("red")));
    }

    private static AccessibleFlag access(History history) {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return new AccessibleFlag(project, project.environment(Shop.LIVE), project.feature(Shop.BASKET));
    }
}
