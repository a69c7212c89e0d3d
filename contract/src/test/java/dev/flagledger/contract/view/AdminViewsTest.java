package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.AccountEvent.OriginRecorded;
import dev.flagledger.api.event.ProjectEvent.ProjectChanged;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.project.ProjectSettings;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.SignUpType;
import dev.flagledger.contract.view.environment.EnvironmentDetailView;
import dev.flagledger.contract.view.environment.EnvironmentView;
import dev.flagledger.contract.view.feature.FeatureInEnvironment;
import dev.flagledger.contract.view.feature.FeatureView;
import dev.flagledger.contract.view.flag.FeatureStateView;
import dev.flagledger.contract.view.organisation.OrganisationView;
import dev.flagledger.contract.view.project.ProjectDetailView;
import dev.flagledger.contract.view.project.ProjectView;
import dev.flagledger.contract.view.user.UserView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.lifecycle.Stage;
import dev.flagledger.engine.state.flag.FlagState;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.engine.state.project.Project;
import org.junit.jupiter.api.Test;

/** Views of the admin API, with the exact keys of the contract. */
class AdminViewsTest {

    private final History history = Shop.withBasket()
            .then(
                    Shop.segment(),
                    Shop.set(true, FeatureValue.of(7)),
                    Shop.overriddenForSegment(true, FeatureValue.NONE));
    private final Project project = history.state().project(Shop.PROJECT).orElseThrow();
    private final Environment live = project.environment(Shop.LIVE);

    private static final String PROJECT = """
            'id':4,'uuid':'00000000-0000-0000-0000-000000000004','name':'Shop','organisation':3,
            'hide_disabled_flags':false,'enable_dynamo_db':false,'migration_status':'NOT_APPLICABLE',
            'use_edge_identities':false,'prevent_flag_defaults':false,'enable_realtime_updates':false,
            'only_allow_lower_case_feature_names':true,'feature_name_regex':null,
            'show_edge_identity_overrides_for_feature':false,'stale_flags_limit_days':30,
            'edge_v2_migration_status':'NOT_STARTED','minimum_change_request_approvals':null,
            'enforce_feature_owners':false""";

    private static final String ENVIRONMENT = """
            'id':5,'uuid':'00000000-0000-0000-0000-000000000005','name':'Live','api_key':'key-5','description':null,
            'project':4,'minimum_change_request_approvals':null,'allow_client_traits':true,'banner_text':null,
            'banner_colour':null,'hide_disabled_flags':null,'use_mv_v2_evaluation':true,
            'use_identity_composite_key_for_hashing':true,'hide_sensitive_data':false,
            'use_v2_feature_versioning':false,'use_identity_overrides_in_local_eval':true,'is_creating':false""";

    @Test
    void aProject() {
        assertThat(Wire.json(ProjectView.of(project))).isEqualTo(Wire.parse("{" + PROJECT + "}"));
        assertThat(Wire.json(ProjectDetailView.of(project))).isEqualTo(Wire.parse("{" + PROJECT + """
                        ,'max_segments_allowed':500,'max_features_allowed':1000,'max_segment_overrides_allowed':2000,
                        'total_features':1,'total_segments':1}"""));
    }

    @Test
    void aProjectThatRequiresNotesSaysSo() {
        var requiring = new ProjectSettings("Shop", false, false, false, true, null, 30, null, false, true);
        history.then(new ProjectChanged(Shop.PROJECT, requiring));

        assertThat(Wire.json(
                        ProjectView.of(history.state().project(Shop.PROJECT).orElseThrow())))
                .isEqualTo(Wire.parse("{" + PROJECT + ",'require_note':true}"));
    }

    @Test
    void anEnvironment() {
        assertThat(Wire.json(EnvironmentView.of(live))).isEqualTo(Wire.parse("{" + ENVIRONMENT + "}"));
        assertThat(Wire.json(EnvironmentDetailView.listed(history.state(), live)))
                .isEqualTo(Wire.parse("{" + ENVIRONMENT + ",'metadata':[]}"));
        assertThat(Wire.json(EnvironmentDetailView.retrieved(history.state(), live)))
                .isEqualTo(Wire.parse("{" + ENVIRONMENT + ",'metadata':[],'total_segment_overrides':1}"));
    }

    @Test
    void aFeatureByItself() {
        var basket = project.feature(Shop.BASKET);

        assertThat(Wire.json(FeatureView.of(history.state(), basket, FeatureInEnvironment.NONE)))
                .isEqualTo(Wire.parse("""
                        {'id':7,'name':'basket_v2','type':'STANDARD','default_enabled':false,'initial_value':'blue',
                         'created_date':'2031-01-01T00:00:09.120000Z','description':'What it is','tags':[],
                         'multivariate_options':[],'is_archived':false,
                         'owners':[{'id':1,'email':'ana@example.test','first_name':'Ana','last_name':'Lee',
                                    'last_login':null,'uuid':'00000000-0000-0000-0000-000000000001'}],
                         'group_owners':[],'uuid':'00000000-0000-0000-0000-000000000007','project':4,
                         'environment_feature_state':null,'segment_feature_state':null,'num_segment_overrides':0,
                         'num_identity_overrides':null,'is_num_identity_overrides_complete':true,
                         'is_server_key_only':false,'last_modified_in_any_environment':null,
                         'last_modified_in_current_environment':null,'metadata':[],'code_references_counts':[]}
                        """));
    }

    @Test
    void aFeatureInAnEnvironment() {
        var basket = project.feature(Shop.BASKET);

        var inLive = Wire.json(FeatureView.of(history.state(), basket, here(live)));
        assertThat(inLive.get("environment_feature_state")).isEqualTo(Wire.parse("""
                        {'id':105,'feature_state_value':7,'environment':5,'identity':null,'feature_segment':null,
                         'enabled':true}
                        """));
        assertThat(inLive.get("segment_feature_state")).isEqualTo(Wire.parse("""
                        {'id':120,'feature_state_value':null,'environment':5,'identity':null,'feature_segment':61,
                         'enabled':true}
                        """));
        assertThat(inLive.get("lifecycle_stage")).isEqualTo(Wire.parse("'new'"));
        assertThat(inLive.get("num_segment_overrides")).isEqualTo(Wire.parse("1"));
        assertThat(inLive.get("num_identity_overrides").isNull()).isTrue();

        history.then(Shop.overriddenForIdentity(true, FeatureValue.NONE));
        var overridden = history.state().environment(Shop.LIVE).orElseThrow();
        assertThat(Wire.json(FeatureView.of(history.state(), basket, here(overridden)))
                        .get("num_identity_overrides"))
                .isEqualTo(Wire.parse("1"));
    }

    private static FeatureInEnvironment here(Environment environment) {
        var flag = environment.flag(Shop.BASKET);
        return FeatureInEnvironment.of(environment, flag, Stage.NEW, Shop.BETA).counting(flag);
    }

    /** A feature segment has no effect until it has a state. */
    @Test
    void aFeatureSegmentWithoutAStateIsNoOverride() {
        history.then(Shop.segment(21, "others", null), Shop.placed(21, 1));
        var after = history.state().project(Shop.PROJECT).orElseThrow();
        var environment = after.environment(Shop.LIVE);

        assertThat(here(environment).numSegmentOverrides()).isEqualTo(1);
        assertThat(EnvironmentDetailView.retrieved(history.state(), environment).totalSegmentOverrides())
                .isEqualTo(1);
    }

    @Test
    void aFeatureState() {
        assertThat(Wire.json(FeatureStateView.plain(live, FlagState.environmentDefault(live.flag(Shop.BASKET)))))
                .isEqualTo(Wire.parse("""
                        {'id':105,'feature_state_value':7,'multivariate_feature_state_values':[],'identity':null,
                         'deleted_at':null,'uuid':'00000000-0000-0000-0000-000000000069','enabled':true,
                         'created_at':'2031-01-01T00:00:09.120000Z','updated_at':'2031-01-01T00:00:11.120000Z',
                         'live_from':'2031-01-01T00:00:09.120000Z','version':1,'feature':7,'environment':5,
                         'feature_segment':null,'change_request':null,'environment_feature_version':null}
                        """));
    }

    @Test
    void aUser() {
        var ana = history.state().user(Shop.ANA).orElseThrow();

        assertThat(Wire.json(UserView.of(ana))).isEqualTo(Wire.parse("""
                        {'first_name':'Ana','last_name':'Lee','sign_up_type':'NO_INVITE','id':1,
                         'email':'ana@example.test','auth_type':'EMAIL','is_superuser':false,
                         'date_joined':'2031-01-01T00:00:01.120000Z','uuid':'00000000-0000-0000-0000-000000000001',
                         'pylon_email_signature':null,'onboarding':null}
                        """));
    }

    /** The contract has no word for the other methods. */
    @Test
    void aUserOfAnIdentityProvider() {
        history.then(new OriginRecorded(Shop.ANA, new Origin(LoginMethod.GITHUB, SignUpType.INVITE_LINK)));
        history.then(new OriginRecorded(Shop.BO, new Origin(LoginMethod.SAML, SignUpType.INVITE_EMAIL)));

        var ana = Wire.json(UserView.of(history.state().user(Shop.ANA).orElseThrow()));
        var bo = Wire.json(UserView.of(history.state().user(Shop.BO).orElseThrow()));

        assertThat(ana.get("auth_type").asString()).isEqualTo("GITHUB");
        assertThat(ana.get("sign_up_type").asString()).isEqualTo("INVITE_LINK");
        assertThat(bo.get("auth_type").asString()).isEqualTo("EMAIL");
        assertThat(bo.get("sign_up_type").asString()).isEqualTo("INVITE_EMAIL");
    }

    @Test
    void anOrganisation() {
        var acme = history.state().organisation(Shop.ORGANISATION).orElseThrow();

        assertThat(Wire.json(OrganisationView.of(acme, Role.ADMIN))).isEqualTo(Wire.parse("""
                        {'id':3,'uuid':'00000000-0000-0000-0000-000000000003','name':'Acme',
                         'created_date':'2031-01-01T00:00:03.120000Z','webhook_notification_email':null,'num_seats':2,
                         'subscription':{'id':3,'has_active_billing_periods':false,'deleted_at':null,
                             'uuid':'00000000-0000-0000-0000-000000000003','subscription_id':'open',
                             'subscription_date':null,'plan':'enterprise','max_seats':1000000000,
                             'max_api_calls':1000000000,'cancellation_date':null,'customer_id':null,
                             'billing_status':null,'payment_method':null,'notes':null},
                         'role':'ADMIN','persist_trait_data':true,'block_access_to_admin':false,
                         'restrict_project_create_to_admin':false,'force_2fa':false}
                        """));
    }
}
