package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.VersioningEnabled;
import dev.flagledger.api.event.FlagEvent.FeatureStateUpdated;
import dev.flagledger.api.event.FlagEvent.SegmentOverrideUpdated;
import dev.flagledger.api.event.VersionEvent.VersionDrafted;
import dev.flagledger.api.event.VersionEvent.VersionPublished;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.SettingChange;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.version.VersionChanges;
import dev.flagledger.contract.view.flag.FeatureSegmentView;
import dev.flagledger.contract.view.flag.SegmentOverrideView;
import dev.flagledger.contract.view.flag.ShareView;
import dev.flagledger.contract.view.flag.VersionView;
import dev.flagledger.contract.view.flag.WholeFlagView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.flag.FlagState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flags and states in the shapes of the routes for editing, with the exact keys of the contract. */
class StateViewsTest {

    private final History history = Shop.withBasket()
            .then(
                    Wares.optionAdded(31, "green", 30),
                    Wares.optionAdded(32, "red", 20),
                    Shop.segment(),
                    Shop.overriddenForSegment(true, FeatureValue.of(true)),
                    Shop.segment(21, "others", Shop.BASKET),
                    Shop.placed(21, 1));

    @Test
    void aWholeFlagListsItsOverridesStrongestFirst() {
        assertThat(Wire.json(WholeFlagView.of(flag()))).isEqualTo(Wire.parse("""
                        {'environment_default':{'enabled':false,'value':{'type':'string','value':'blue'},
                             'variants':[{'id':31,'weight':30.0},{'id':32,'weight':20.0}]},
                         'segment_overrides':[{'segment':{'id':8},'priority':0,'enabled':true,
                             'value':{'type':'boolean','value':'true'},'variants':[]}]}
                        """));

        history.then(Shop.set(true, FeatureValue.of(7)));
        assertThat(Wire.json(WholeFlagView.of(flag())).at("/environment_default/value"))
                .isEqualTo(Wire.parse("{'type':'integer','value':'7'}"));
        history.then(Shop.set(true, FeatureValue.NONE));
        assertThat(WholeFlagView.of(flag()).environmentDefault().value()).isNull();
    }

    /** Regardless of the order in which they were set. */
    @Test
    void sharesAreOrderedByTheirIds() {
        history.then(new FeatureStateUpdated(
                Shop.LIVE,
                Shop.BASKET,
                105,
                new SettingChange(null, null, List.of(new Variant(1032, 32, 5), new Variant(1031, 31, 6)))));

        assertThat(ShareView.of(flag().environmentDefault()))
                .containsExactly(new ShareView(1031, 31, 6), new ShareView(1032, 32, 5));
        assertThat(WholeFlagView.of(flag()).environmentDefault().variants())
                .extracting(WholeFlagView.Weight::id)
                .containsExactly(31, 32);
    }

    @Test
    void aSegmentOverrideHasItsPriority() {
        history.then(new SegmentOverrideUpdated(
                Shop.LIVE, Shop.BASKET, 120, Shop.BETA, Shop.change(false, FeatureValue.of("red"))));
        var state = FlagState.of(flag(), flag().segment(Shop.BETA)).orElseThrow();

        assertThat(Wire.json(SegmentOverrideView.of(state))).isEqualTo(Wire.parse("""
                        {'id':120,'feature':7,'enabled':false,
                         'feature_state_value':{'type':'unicode','string_value':'red','integer_value':null,
                                                'boolean_value':null},
                         'feature_segment':{'id':61,'segment':8,'priority':0,
                                            'uuid':'00000000-0000-0000-0000-00000000003d'},
                         'deleted_at':null,'uuid':'00000000-0000-0000-0000-000000000078',
                         'created_at':'2031-01-01T00:00:13.120000Z','updated_at':'2031-01-01T00:00:16.120000Z',
                         'live_from':'2031-01-01T00:00:13.120000Z','environment':5,'identity':null,
                         'change_request':null,'multivariate_feature_state_values':[]}
                        """));
        assertThat(SegmentOverrideView.of(FlagState.environmentDefault(flag())).featureSegment())
                .isNull();
    }

    @Test
    void aFeatureSegmentIsShownWithoutAState() {
        var project = history.state().project(Shop.PROJECT).orElseThrow();

        assertThat(Wire.json(FeatureSegmentView.of(project, Shop.LIVE, flag().segment(21))))
                .isEqualTo(Wire.parse("""
                        {'id':2021,'uuid':'00000000-0000-0000-0000-0000000007e5','segment':21,'priority':1,
                         'environment':5,'segment_name':'others','is_feature_specific':true}
                        """));
        assertThat(Wire.json(FeatureSegmentView.Written.of(Shop.LIVE, Shop.BASKET, flag().segment(Shop.BETA))))
                .isEqualTo(Wire.parse("""
                        {'id':61,'uuid':'00000000-0000-0000-0000-00000000003d','feature':7,'segment':8,
                         'environment':5,'priority':0}
                        """));
    }

    @Test
    void aVersionIsLiveOnceItIsPublishedAndADraftUntilThen() {
        history.then(
                new VersioningEnabled(Shop.LIVE, Shop.id(70)),
                new VersionDrafted(Shop.LIVE, Shop.BASKET, Shop.id(71), "autumn", VersionChanges.NONE));
        var draft = flag().versions().find(Shop.id(71)).orElseThrow();
        assertThat(Wire.json(VersionView.of(draft))).isEqualTo(Wire.parse("""
                        {'created_at':'2031-01-01T00:00:17.120000Z','updated_at':'2031-01-01T00:00:17.120000Z',
                         'published':false,'live_from':null,'uuid':'00000000-0000-0000-0000-000000000047',
                         'is_live':false,'published_by':null,'created_by':1,'description':'autumn'}
                        """));

        history.then(new VersionPublished(Shop.LIVE, Shop.BASKET, Shop.id(71), null));
        var live = VersionView.Detail.of(
                flag(), flag().versions().find(Shop.id(71)).orElseThrow());
        assertThat(live.version().isLive()).isTrue();
        assertThat(live.version().publishedBy()).isEqualTo(Shop.ANA);
        assertThat(live.version().liveFrom()).isEqualTo("2031-01-01T00:00:18.120000Z");
        assertThat(live.previousVersionUuid()).isNotNull().isNotEqualTo(Shop.id(71));
    }

    private Flag flag() {
        return history.state().environment(Shop.LIVE).orElseThrow().flag(Shop.BASKET);
    }
}
