package dev.flagledger.query.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.engine.lifecycle.Stage;
import dev.flagledger.testing.Forms;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureQueryTest {

    static final FeatureQuery ALL = new FeatureQuery(
            "", false, false, null, false, null, null, Set.of(), Set.of(), null, null, null, null, null, null);

    @Test
    void withoutFiltersNothingIsRestricted() {
        assertThat(query("{}")).isEqualTo(ALL);
        assertThat(query("{'search': '', 'owners': '', 'group_owners': '', 'value_search': '', 'type': null}"))
                .isEqualTo(ALL);
    }

    @Test
    void everyFilterHasItsField() {
        var asked = query("""
                {'search': 'Basket', 'sort_field': 'name', 'sort_direction': 'DESC', 'tags': '9,10',
                 'tag_strategy': 'UNION', 'is_archived': false, 'type': 'MULTIVARIATE', 'owners': '1, 2', 'group_owners': '3',
                 'environment': 5, 'is_enabled': true, 'value_search': 'Blue', 'segment': 8, 'identity': '4211',
                 'lifecycle_stage': 'stale'}""");

        assertThat(asked)
                .isEqualTo(new FeatureQuery(
                        "basket",
                        true,
                        true,
                        Set.of(9, 10),
                        true,
                        false,
                        FeatureType.MULTIVARIATE,
                        Set.of(1, 2),
                        Set.of(3),
                        5,
                        true,
                        "Blue",
                        8,
                        4211,
                        Stage.STALE));
    }

    @Test
    void anEmptyListSelectsFeaturesWithoutTags() {
        assertThat(query("{'tags': ''}").tags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4211, 4211", "0, 0", "99999999999, 0", ","})
    void theIdentityIsParsedAsAnId(@Nullable String sent, @Nullable Integer identity) {
        assertThat(query("{'identity': " + (sent == null ? "null" : "'" + sent + "'") + "}")
                        .identity())
                .isEqualTo(identity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'owners': '1,x'}                ; {owners=[Owner IDs must be integers.]}
            {'owners': '1,'}                 ; {owners=[Owner IDs must be integers.]}
            {'group_owners': 'x'}            ; {group_owners=[Group owner IDs must be integers.]}
            {'tags': '9999999999'}           ; {tags=[Tag IDs must be integers.]}
            {'tag_strategy': 'SOME'}         ; {tag_strategy=["SOME" is not a valid choice.]}
            {'sort_field': 'id'}             ; {sort_field=["id" is not a valid choice.]}
            {'sort_direction': 'asc'}        ; {sort_direction=["asc" is not a valid choice.]}
            {'type': 'CONFIG'}               ; {type=["CONFIG" is not a valid choice.]}
            {'lifecycle_stage': 'STALE'}     ; {lifecycle_stage=["STALE" is not a valid choice.]}
            {'identity': 'bob'}              ; {identity=[Must be a valid integer.]}
            {'environment': 'Live'}          ; {environment=[A valid integer is required.]}
            {'is_enabled': true}             ; [Environment is required in order to filter by state search or by state enabled]
            {'value_search': 'a'}            ; [Environment is required in order to filter by state search or by state enabled]
            """)
    void anInvalidFilterIsRejected(String sent, String problems) {
        assertThat(Forms.problems(() -> query(sent))).isEqualTo(problems);
    }

    private static FeatureQuery query(String sent) {
        return FeatureQuery.of(Forms.of(sent));
    }
}
