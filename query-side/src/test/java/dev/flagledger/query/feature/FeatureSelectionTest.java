package dev.flagledger.query.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.FeatureEvent.GroupOwnersChanged;
import dev.flagledger.api.event.FeatureEvent.OwnersChanged;
import dev.flagledger.api.event.FeatureEvent.TypeChanged;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideCreated;
import dev.flagledger.api.event.GroupEvent.GroupCreated;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.ProjectEvent.TagCreated;
import dev.flagledger.api.feature.FeatureDetails;
import dev.flagledger.api.feature.FeatureType;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.group.GroupDetails;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.testing.Forms;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Three features: the basket is on and "Red" in the live environment, bears both tags and is Bo's; the search is 7 there, bears
 * one tag, is multivariate and the group's; the banner is archived, bears none and is off and "blue".
 */
class FeatureSelectionTest {

    private static final int SEARCH = 20;
    private static final int BANNER = 21;

    private final History history = Shop.withBasket()
            .then(
                    Shop.feature(SEARCH, "Search", 205, 206),
                    Shop.feature(BANNER, "banner", 215, 216),
                    new TagCreated(Shop.PROJECT, Wares.tag(91, "beta")),
                    new TagCreated(Shop.PROJECT, Wares.tag(92, "web")),
                    new FeatureChanged(Shop.BASKET, new FeatureDetails(null, false, false, List.of(91, 92), List.of())),
                    new FeatureChanged(SEARCH, new FeatureDetails(null, false, false, List.of(91), List.of())),
                    new FeatureChanged(BANNER, Shop.details(null, true, false)),
                    new OwnersChanged(Shop.BASKET, List.of(Shop.BO)),
                    new GroupCreated(Shop.ORGANISATION, 61, new GroupDetails("Ops", false, null)),
                    new GroupOwnersChanged(SEARCH, List.of(61)),
                    new TypeChanged(SEARCH, FeatureType.MULTIVARIATE),
                    Shop.set(true, FeatureValue.of("Red")),
                    new FeatureStateUpdated(Shop.LIVE, SEARCH, 205, Shop.change(false, FeatureValue.of(7))));

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {}                                                          ; basket_v2 Search banner
            {'search': 'BA'}                                            ; basket_v2 banner
            {'search': 'v3'}                                            ; ``
            {'is_archived': true}                                       ; banner
            {'is_archived': false}                                      ; basket_v2 Search
            {'type': 'MULTIVARIATE'}                                    ; Search
            {'owners': '2,77'}                                          ; basket_v2
            {'group_owners': '3'}                                       ; ``
            {'group_owners': '61'}                                      ; Search
            {'owners': '2', 'group_owners': '61'}                       ; basket_v2 Search
            {'tags': ''}                                                ; banner
            {'tags': '91'}                                              ; basket_v2 Search
            {'tags': '91,92'}                                           ; basket_v2
            {'tags': '92,91', 'tag_strategy': 'UNION'}                  ; basket_v2 Search
            {'tags': '99', 'tag_strategy': 'UNION'}                     ; ``
            {'environment': 5, 'is_enabled': true}                      ; basket_v2
            {'environment': 5, 'is_enabled': false}                     ; Search banner
            {'environment': 6, 'is_enabled': true}                      ; ``
            {'environment': 5, 'value_search': 'RE'}                    ; basket_v2
            {'environment': 5, 'value_search': '7'}                     ; Search
            {'environment': 6, 'value_search': '7'}                     ; ``
            {'environment': 6, 'value_search': 'blue'}                  ; basket_v2 Search banner
            {'environment': 5, 'lifecycle_stage': 'new'}                ; basket_v2 Search banner
            {'environment': 5, 'lifecycle_stage': 'stale'}              ; ``
            {'lifecycle_stage': 'stale'}                                ; basket_v2 Search banner
            """)
    void onlyMatchingFeaturesAreSelected(String asked, String found) {
        assertThat(names(asked)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {'sort_direction': 'DESC'}                       ; banner Search basket_v2
            {'sort_field': 'name'}                           ; banner basket_v2 Search
            {'sort_field': 'name', 'sort_direction': 'DESC'} ; Search basket_v2 banner
            """)
    void featuresAreOrderedByAgeOrByNameIgnoringCase(String asked, String found) {
        assertThat(names(asked)).isEqualTo(found);
    }

    @Test
    void featuresWithAnOverrideForTheSegmentOrIdentityComeFirst() {
        history.then(
                Shop.segment(),
                new SegmentOverrideCreated(
                        Shop.LIVE, BANNER, Shop.BETA, Shop.ids(220, 61), 0, new Setting(true, FeatureValue.NONE)),
                new IdentityOverrideCreated(
                        Shop.LIVE,
                        Shop.USER_88,
                        "user-88",
                        SEARCH,
                        230,
                        Shop.id(230),
                        new Setting(true, FeatureValue.NONE)));

        assertThat(names("{'environment': 5, 'segment': 8}")).isEqualTo("banner basket_v2 Search");
        assertThat(names("{'environment': 5, 'identity': '4211'}")).isEqualTo("Search basket_v2 banner");
        assertThat(names("{'environment': 6, 'segment': 8}")).isEqualTo("basket_v2 Search banner");
        assertThat(names("{'segment': 8}")).as("without an environment").isEqualTo("basket_v2 Search banner");
    }

    /** A feature segment without a state overrides nothing. */
    @Test
    void aFeatureSegmentWithoutAStateIsNoOverride() {
        history.then(Shop.segment(), Shop.placed(Shop.BETA, 0), Shop.feature(22, "aisle", 225, 226));

        assertThat(names("{'environment': 5, 'segment': 8, 'sort_field': 'name'}"))
                .isEqualTo("aisle banner basket_v2 Search");
    }

    private String names(String asked) {
        var query = FeatureQuery.of(Forms.of(asked));
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        var environment = query.environment() == null ? null : project.environment(query.environment());
        var now = history.last().at().plus(Duration.ofHours(1));
        return String.join(
                " ",
                new FeatureSelection(project, environment, query, now)
                        .features().stream().map(Feature::name).toList());
    }
}
