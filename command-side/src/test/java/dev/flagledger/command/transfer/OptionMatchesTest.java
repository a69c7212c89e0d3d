package dev.flagledger.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.command.flag.form.StateRequest.Share;
import dev.flagledger.command.transfer.ImportedFeature.Option;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OptionMatchesTest {

    private static MultivariateOption option(int id, FeatureValue value) {
        return new MultivariateOption(id, UUID.randomUUID(), value, 10, null);
    }

    private static Option wanted(FeatureValue value, double percentage) {
        return new Option(value, percentage, 10);
    }

    private static FeatureValue text(String text) {
        return FeatureValue.of(text);
    }

    @Test
    void optionsAreFoundByTypeAndValue() {
        var options = List.of(option(1, text("5")), option(2, FeatureValue.of(5)), option(3, text("red")));

        var shares = OptionMatches.of(List.of(wanted(FeatureValue.of(5), 20), wanted(text("blue"), 30)), options);

        assertThat(shares.missing()).containsExactly(wanted(text("blue"), 30));
        assertThat(shares.shares(List.of(new Variant(7, 1, 40), new Variant(8, 2, 50))))
                .containsExactly(new Share(1, 0), new Share(2, 20));
    }

    @Test
    void whatOnlyColumnsOfOtherTypesHoldDoesNotCount() {
        var option = option(1, new FeatureValue(FeatureValue.Type.INT, "left over", 5, null));

        assertThat(OptionMatches.of(List.of(wanted(FeatureValue.of(5), 20)), List.of(option))
                        .missing())
                .isEmpty();
    }

    @Test
    void ofEqualOptionsEachIsFoundOnce() {
        var options = List.of(option(1, text("red")), option(2, text("red")));
        var file = List.of(wanted(text("red"), 20), wanted(text("red"), 30), wanted(text("red"), 40));

        var shares = OptionMatches.of(file, options);

        assertThat(shares.missing()).containsExactly(wanted(text("red"), 40));
        assertThat(shares.shares(List.of(new Variant(7, 2, 5))))
                .as("a share that is not there yet is added")
                .containsExactly(new Share(2, 30), new Share(1, 20));
    }
}
