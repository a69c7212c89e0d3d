package dev.flagledger.command.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Edit;
import dev.flagledger.api.feature.FeatureDetails;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditsTest {

    private static final FeatureDetails SEEN = new FeatureDetails("A basket", false, false, List.of(), List.of());
    private static final FeatureDetails WANTED = new FeatureDetails("A basket", true, false, List.of(), List.of());

    @Test
    void whatNobodyElseChangedBecomesAsWanted() {
        assertThat(Edits.merged(new Edit<>(SEEN, WANTED), SEEN)).isEqualTo(WANTED);
    }

    @Test
    void whatAnotherChangedMeanwhileStays() {
        var current = new FeatureDetails(null, false, true, List.of(7), List.of());

        assertThat(Edits.merged(new Edit<>(SEEN, WANTED), current))
                .isEqualTo(new FeatureDetails(null, true, true, List.of(7), List.of()));
    }

    @Test
    void whatBothChangedIsAsTheSecondWants() {
        var current = new FeatureDetails("Their basket", false, false, List.of(), List.of());
        var wanted = new FeatureDetails("My basket", false, false, List.of(), List.of());

        assertThat(Edits.merged(new Edit<>(SEEN, wanted), current)).isEqualTo(wanted);
    }
}
