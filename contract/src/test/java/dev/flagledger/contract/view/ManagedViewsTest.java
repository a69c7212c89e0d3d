package dev.flagledger.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.environment.ServerKey;
import dev.flagledger.api.event.EnvironmentEvent.ServerKeyAdded;
import dev.flagledger.api.event.MetadataEvent.FieldAttached;
import dev.flagledger.api.event.MetadataEvent.FieldCreated;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.UserEvent.UserLoggedIn;
import dev.flagledger.api.event.WebhookEvent.WebhookAdded;
import dev.flagledger.api.event.WebhookEvent.WebhookChanged;
import dev.flagledger.api.feature.MultivariateOption;
import dev.flagledger.api.flag.FeatureValue;
import dev.flagledger.api.login.LoginWay;
import dev.flagledger.api.metadata.Attachment;
import dev.flagledger.api.metadata.Attachment.Requirement;
import dev.flagledger.api.metadata.ContentType;
import dev.flagledger.api.metadata.FieldDefinition;
import dev.flagledger.api.metadata.MetadataValue;
import dev.flagledger.api.organisation.ApiKey;
import dev.flagledger.api.project.Tag;
import dev.flagledger.api.segment.Condition;
import dev.flagledger.api.segment.Operator;
import dev.flagledger.api.segment.SegmentDefinition;
import dev.flagledger.api.segment.SegmentRule;
import dev.flagledger.api.webhook.WebhookOwner;
import dev.flagledger.api.webhook.WebhookSettings;
import dev.flagledger.contract.view.environment.ServerKeyView;
import dev.flagledger.contract.view.feature.OptionView;
import dev.flagledger.contract.view.organisation.ApiKeyView;
import dev.flagledger.contract.view.organisation.MemberView;
import dev.flagledger.contract.view.project.MetadataFieldView;
import dev.flagledger.contract.view.project.MetadataView;
import dev.flagledger.contract.view.project.ModelFieldView;
import dev.flagledger.contract.view.project.SegmentView;
import dev.flagledger.contract.view.project.TagView;
import dev.flagledger.contract.view.webhook.WebhookView;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.engine.state.project.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Views of managed resources, with the exact keys of the contract. */
class ManagedViewsTest {

    private static final Instant NOON = Instant.parse("2031-01-01T12:00:00Z");

    private final History history = Shop.withBasket();

    @Test
    void aTag() {
        var tag = new Tag(9, Shop.id(9), "release", "#00ff00", "Goes out soon", true);

        assertThat(Wire.json(TagView.of(Shop.PROJECT, tag))).isEqualTo(Wire.parse("""
            {'id':9,'label':'release','color':'#00ff00','description':'Goes out soon','project':4,
             'uuid':'00000000-0000-0000-0000-000000000009','is_permanent':true,'is_system_tag':false,
             'type':'NONE'}
            """));
    }

    @Test
    void anOptionOutsideOfItsFeatureNamesTheFeature() {
        var option = new MultivariateOption(31, Shop.id(31), FeatureValue.of(7), 30, "dark");
        var basket = project().feature(Shop.BASKET);

        assertThat(Wire.json(OptionView.of(option, basket.id()))).isEqualTo(Wire.parse("""
            {'id':31,'uuid':'00000000-0000-0000-0000-00000000001f','type':'int','integer_value':7,
             'string_value':null,'boolean_value':null,'default_percentage_allocation':30.0,'key':'dark',
             'feature':7}
            """));
    }

    @Test
    void aServerKeyIsShownInFull() {
        history.then(new ServerKeyAdded(Shop.LIVE, new ServerKey(4, "backend", true, NOON)));
        var issued = Objects.requireNonNull(
                project().environment(Shop.LIVE).serverKeys().get(4));

        assertThat(Wire.json(ServerKeyView.of(issued, "ser.abc"))).isEqualTo(Wire.parse("""
            {'id':4,'key':'ser.abc','active':true,'created_at':'2031-01-01T00:00:10.120000Z',
             'name':'backend','expires_at':'2031-01-01T12:00:00Z'}
            """));
    }

    @Test
    void anApiKeyIsShownOnceAndExpires() {
        history.then(new ApiKeyCreated(Shop.ORGANISATION, new ApiKey(6, "abcdefgh", "terraform", NOON, true)));
        var issued =
                history.state().organisation(Shop.ORGANISATION).orElseThrow().key(6);
        var before = ApiKeyView.of(issued, NOON.minusNanos(1));

        assertThat(Wire.json(before)).isEqualTo(Wire.parse("""
            {'id':'6','prefix':'abcdefgh','created':'2031-01-01T00:00:10.120000Z','name':'terraform',
             'revoked':false,'expiry_date':'2031-01-01T12:00:00Z','is_admin':true,'has_expired':false,
             'created_by':1}
            """));
        assertThat(ApiKeyView.of(issued, NOON).hasExpired()).isTrue();
        assertThat(Wire.json(before.showing("abcdefgh.secret")).get("key").asString())
                .isEqualTo("abcdefgh.secret");
        assertThat(before.afterRevocation().revoked()).isTrue();
    }

    @Test
    void aWebhookKeepsItsCreationTime() {
        history.then(
                new WebhookAdded(
                        41,
                        WebhookOwner.environment(Shop.LIVE),
                        WebhookSettings.of("https://hooks.example.test/", true)),
                new WebhookChanged(
                        41,
                        WebhookOwner.environment(Shop.LIVE),
                        WebhookSettings.of("https://hooks.example.test/", false),
                        true));
        var webhook = Objects.requireNonNull(
                project().environment(Shop.LIVE).webhooks().ofChanges().get(41));

        assertThat(Wire.json(WebhookView.of(webhook, "s3cret"))).isEqualTo(Wire.parse("""
            {'id':41,'url':'https://hooks.example.test/','enabled':false,
             'created_at':'2031-01-01T00:00:10.120000Z','updated_at':'2031-01-01T00:00:11.120000Z',
             'secret':'s3cret'}
            """));
    }

    @Test
    void membersAreOrderedById() {
        history.then(new UserLoggedIn(Shop.BO, LoginWay.EMAIL));
        var acme = history.state().organisation(Shop.ORGANISATION).orElseThrow();

        assertThat(Wire.json(MemberView.of(acme, history.state()))).isEqualTo(Wire.parse("""
            [{'id':1,'email':'ana@example.test','first_name':'Ana','last_name':'Lee','last_login':null,
              'uuid':'00000000-0000-0000-0000-000000000001','role':'ADMIN',
              'date_joined':'2031-01-01T00:00:01.120000Z'},
             {'id':2,'email':'bo@example.test','first_name':'Bo','last_name':'Rey',
              'last_login':'2031-01-01T00:00:10.120000Z','uuid':'00000000-0000-0000-0000-000000000002',
              'role':'USER','date_joined':'2031-01-01T00:00:02.120000Z'}]
            """));
    }

    @Test
    void aCustomFieldWithItsAttachments() {
        var attachment =
                new Attachment(81, ContentType.FEATURE, List.of(new Requirement(ContentType.PROJECT, Shop.PROJECT)));
        history.then(
                new FieldCreated(
                        21,
                        Shop.ORGANISATION,
                        Shop.PROJECT,
                        new FieldDefinition("Ticket", FieldDefinition.Type.MULTILINE_STR, null)),
                new FieldAttached(21, attachment));
        var field = history.state().metadata().field(21).orElseThrow();

        assertThat(Wire.json(MetadataFieldView.of(field))).isEqualTo(Wire.parse("""
            {'id':21,'name':'Ticket','type':'multiline_str','description':null,'organisation':3,'project':4,
             'model_fields':[{'id':81,'content_type':21,
                              'is_required_for':[{'content_type':12,'object_id':4}]}]}
            """));
        assertThat(Wire.json(ModelFieldView.of(field, attachment))).isEqualTo(Wire.parse("""
            {'id':81,'field':21,'content_type':21,'is_required_for':[{'content_type':12,'object_id':4}]}
            """));
        assertThat(MetadataView.of(history.state(), List.of(new MetadataValue(81, "a"), new MetadataValue(82, "gone"))))
                .as("what is written into fields that are gone is not shown")
                .containsExactly(new MetadataView(81, 81, "a"));
    }

    @Test
    void nestedRulesAreAbsentOnTheLowestLevel() {
        var condition = new Condition(50, Operator.EQUAL, "plan", "pro", "who pays");
        var rules = List.of(new SegmentRule(
                40,
                SegmentRule.Type.ALL,
                List.of(new SegmentRule(41, SegmentRule.Type.ANY, List.of(), List.of(condition))),
                List.of()));
        var segment = new Segment(
                8, Shop.id(8), new SegmentDefinition("beta", null, Shop.BASKET, rules, List.of()), NOON, NOON, 1);

        assertThat(Wire.json(SegmentView.of(history.state(), project(), segment)))
                .isEqualTo(Wire.parse("""
                    {'id':8,'uuid':'00000000-0000-0000-0000-000000000008','created_at':'2031-01-01T12:00:00Z',
                     'updated_at':'2031-01-01T12:00:00Z','name':'beta','description':null,'project':4,'feature':7,
                     'version_of':8,
                     'rules':[{'id':40,'type':'ALL','rules':[
                         {'id':41,'type':'ANY','conditions':[
                             {'id':50,'operator':'EQUAL','property':'plan','value':'pro',
                              'description':'who pays'}]}],'conditions':[]}],
                     'metadata':[],'membership_counts':[],'managed_by':''}
                    """));
    }

    private Project project() {
        return history.state().project(Shop.PROJECT).orElseThrow();
    }
}
