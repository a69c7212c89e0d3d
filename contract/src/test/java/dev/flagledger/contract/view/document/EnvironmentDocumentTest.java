package dev.flagledger.contract.view.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.EnvironmentSettings;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentChanged;
import dev.flagledger.api.event.FeatureEvent.FeatureChanged;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.ManagedIdentityEvent.IdentityOverrideCreated;
import dev.flagledger.api.event.SegmentEvent.SegmentChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.flag.Setting;
import dev.flagledger.api.flag.Variant;
import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.contract.view.Wire;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The environment document, with the exact keys of the contract. */
class EnvironmentDocumentTest {

    private final History history = Shop.withBasket();

    @Test
    void anEnvironmentWithOneFlag() {
        assertThat(document()).isEqualTo(Wire.parse("""
                        {'id':5,'api_key':'key-5',
                         'project':{'id':4,'name':'Shop',
                             'organisation':{'id':3,'name':'Acme','feature_analytics':false,'stop_serving_flags':false,
                                             'persist_trait_data':true},
                             'hide_disabled_flags':false,'segments':[],'enable_realtime_updates':false,
                             'server_key_only_feature_ids':[]},
                         'feature_states':[{'feature':{'id':7,'name':'basket_v2','type':'STANDARD'},'enabled':false,
                             'django_id':105,'feature_segment':null,
                             'featurestate_uuid':'00000000-0000-0000-0000-000000000069',
                             'feature_state_value':'blue','multivariate_feature_state_values':[]}],
                         'identity_overrides':[],'name':'Live','allow_client_traits':true,
                         'updated_at':'2031-01-01T00:00:09.120000+00:00','hide_sensitive_data':false,
                         'hide_disabled_flags':null,'use_identity_composite_key_for_hashing':true,
                         'use_identity_overrides_in_local_eval':true}
                        """));
    }

    @Test
    void aSegmentHasItsRulesAndOverrides() {
        var condition = new Condition(50, Operator.EQUAL, "plan", "pro", "who pays");
        var rule = new SegmentRule(40, SegmentRule.Type.ALL, List.of(), List.of(condition));
        history.then(
                Shop.segment(),
                new SegmentChanged(Shop.BETA, new SegmentDefinition("payers", null, null, List.of(rule), List.of())),
                Shop.overriddenForSegment(true, FeatureValue.of(7)));

        assertThat(document().at("/project/segments")).isEqualTo(Wire.parse("""
                        [{'id':8,'name':'payers',
                          'rules':[{'type':'ALL','rules':[],
                                    'conditions':[{'operator':'EQUAL','value':'pro','property_':'plan'}]}],
                          'feature_states':[{'feature':{'id':7,'name':'basket_v2','type':'STANDARD'},'enabled':true,
                              'django_id':120,'feature_segment':{'priority':0},
                              'featurestate_uuid':'00000000-0000-0000-0000-000000000078','feature_state_value':7,
                              'multivariate_feature_state_values':[]}]}]
                        """));
    }

    @Test
    void aSegmentOfOneFeatureIsIncludedOnlyIfTheFeatureIsOverridden() {
        history.then(Shop.segment(20, "basket testers", Shop.BASKET), Shop.segment(21, "others", null));
        assertThat(ids(document().at("/project/segments"))).containsExactly(21);

        history.then(Shop.placed(20, 0));
        assertThat(ids(document().at("/project/segments"))).as("a mere place").containsExactly(21);
        history.then(Shop.overriddenForSegment(20, 0));
        assertThat(ids(document().at("/project/segments"))).containsExactly(20, 21);
    }

    @Test
    void sharesAreOrderedByIdAndHaveStableUuids() {
        history.then(Wares.optionAdded(32, "red", 10), Wares.optionAdded(31, "green", 20));
        var shares = document().at("/feature_states/0/multivariate_feature_state_values");

        assertThat(shares).isEqualTo(document().at("/feature_states/0/multivariate_feature_state_values"));
        assertThat(ids(shares)).containsExactly(1031, 1032);
        assertThat(shares.get(0).get("multivariate_feature_option"))
                .isEqualTo(Wire.parse("{'value':'green','id':31,'key':null}"));
    }

    @Test
    void anIdentityHasItsOverridesButNoTraits() {
        history.then(Shop.overriddenForIdentity(true, FeatureValue.of("red")));

        var identity = document().at("/identity_overrides/0");
        assertThat(identity.get("identity_features")
                        .get(0)
                        .get("feature_state_value")
                        .asString())
                .isEqualTo("red");
        assertThat(identity.get("identifier").asString()).isEqualTo("user-88");
        assertThat(identity.get("composite_key").asString()).isEqualTo("key-5_user-88");
        assertThat(identity.get("created_date").asString()).isEqualTo("2031-01-01T00:00:10.120000+00:00");
        assertThat(identity.get("identity_traits")).isEmpty();
        assertThat(identity.get("django_id").asInt()).isEqualTo(Shop.USER_88);
    }

    /** Some SDKs ignore the shares of an identity override. */
    @Test
    void anOptionPinnedForAnIdentityReplacesTheControlValue() {
        history.then(Wares.optionAdded(31, "green", 20), pinned(Shop.USER_88, 100), pinned(4212, 99));

        var identities = document().get("identity_overrides");
        assertThat(identities.at("/0/identity_features/0/feature_state_value").asString())
                .isEqualTo("green");
        assertThat(identities.at("/1/identity_features/0/feature_state_value").asString())
                .isEqualTo("blue");
    }

    @Test
    void identitiesAreOmittedIfLocalEvaluationExcludesThem() {
        history.then(
                Shop.overriddenForIdentity(true, FeatureValue.NONE),
                new EnvironmentChanged(
                        Shop.LIVE,
                        new EnvironmentSettings(
                                "Live", "key-5", null, null, true, null, null, null, true, false, false, List.of())));

        assertThat(document().get("identity_overrides")).isEmpty();
    }

    /** The SDK must hide server-only features from clients. */
    @Test
    void nothingIsHiddenAndServerKeyOnlyFeaturesAreMarked() {
        history.then(new FeatureChanged(Shop.BASKET, Shop.details(null, true, true)));

        assertThat(document().get("feature_states")).hasSize(1);
        assertThat(document().at("/project/server_key_only_feature_ids")).isEqualTo(Wire.parse("[7]"));
    }

    private static LedgerEvent pinned(int identity, double share) {
        var setting = new Setting(true, FeatureValue.of("blue"), List.of(new Variant(identity + 1, 31, share)));
        return new IdentityOverrideCreated(
                Shop.LIVE, identity, "user " + identity, Shop.BASKET, identity, Shop.id(identity), setting);
    }

    private static List<Integer> ids(JsonNode things) {
        return things.valueStream().map(thing -> thing.get("id").asInt()).toList();
    }

    private JsonNode document() {
        var state = history.state();
        var project = state.project(Shop.PROJECT).orElseThrow();
        return Wire.json(EnvironmentDocument.of(
                state.organisation(Shop.ORGANISATION).orElseThrow(), project, project.environment(Shop.LIVE)));
    }
}
