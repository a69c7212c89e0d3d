package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** One of every object that a shop can have, so that every route finds one. */
public final class Everything {

    private static final Pattern WORD = Pattern.compile("\\{([a-zA-Z._]+)}");

    private static final String TO_GROUP = "{'group':{group},'permissions':['VIEW_PROJECT']}";

    private final Shop shop;
    private final Map<String, String> words = new TreeMap<>();

    public Everything(Shop shop) {
        this.shop = shop;
        word("key", shop.key());
        known("user", "auth/users/me/");
        word("email", shop.ana().get("auth/users/me/").ok().get("email").asString());
        known("organisation", "organisations/" + shop.organisation() + "/");
        known("project", "projects/" + shop.project() + "/");
        known("environment", "environments/" + shop.key() + "/");
        makeFeature();
        makeSegment();
        makeIdentity();
        makeFields();
        makeVersion();
        makeHealth();
        made("export", "features/create-feature-export/", "{'environment_id':{environment},'tag_ids':[]}");
        var serverKey = made("serverKey", "environments/{key}/api-keys/", "{'name':'backend'}");
        word("serverKey.key", serverKey.get("key").asString());
        makeWebhook();
        makeAccess();
        var apiKey = made("apiKey", "organisations/{organisation}/master-api-keys/", "{'name':'terraform'}");
        word("prefix", apiKey.get("prefix").asString());
        made("invite", "organisations/{organisation}/invites/", "{'email':'guest@example.test'}");
        var link = made("link", "organisations/{organisation}/invite-links/", "{'role':'USER'}");
        word("link.hash", link.get("hash").asString());
        makeRoles();
        made(
                "trust",
                "organisations/{organisation}/trust-relationships/",
                "{'name':'ci','issuer':'https://ci.example.test','audience':'flags-{organisation}','is_admin':false}");
        made(
                "oidcProvider",
                "organisations/{organisation}/oidc-providers/",
                "{'name':'acme-{organisation}','issuer':'http://127.0.0.1:9','client_id':'flags','client_secret':'x'}");
        makeSaml();
        var domain = made("domain", "organisations/{organisation}/domains/", "{'name':'acme-{organisation}.example'}");
        word("domain.record", domain.get("record").asString());
        word("audit", first("projects/{project}/audit/"));
        word("organisation.audit", first("organisations/{organisation}/audit/"));
        word("position", position("?type=feature.changed"));
        word("latest", position(""));
    }

    /** The creator's grants on the project and the environment exist already. */
    private void makeAccess() {
        made("group", "organisations/{organisation}/groups/", "{'name':'ops'}");
        made("orgGrant", "organisations/{organisation}/user-permissions/", "{'user':{user},'permissions':[]}");
        made("orgGroupGrant", "organisations/{organisation}/user-group-permissions/", TO_GROUP);
        made("projectGroupGrant", "projects/{project}/user-group-permissions/", TO_GROUP);
        made("environmentGroupGrant", "environments/{key}/user-group-permissions/", TO_GROUP);
        known(
                "projectGrant",
                shop.ana()
                        .get(filled("projects/{project}/user-permissions/"))
                        .ok()
                        .get(0));
        known(
                "environmentGrant",
                shop.ana()
                        .get(filled("environments/{key}/user-permissions/"))
                        .ok()
                        .get(0));
    }

    private void makeRoles() {
        var plainKey =
                made("plainKey", "organisations/{organisation}/master-api-keys/", "{'name':'ci','is_admin':false}");
        word("plainPrefix", plainKey.get("prefix").asString());
        made("role", "organisations/{organisation}/roles/", "{'name':'Deployers'}");
        made("otherRole", "organisations/{organisation}/roles/", "{'name':'Operators'}");
        made("thirdRole", "organisations/{organisation}/roles/", "{'name':'Releasers'}");
        var role = "organisations/{organisation}/roles/{role}/";
        made("roleOnOrganisation", role + "organisation-permissions/", "{'permissions':['CREATE_PROJECT']}");
        made("roleOnProject", role + "projects-permissions/", "{'project':{project},'permissions':['VIEW_PROJECT']}");
        made(
                "roleOnEnvironment",
                role + "environments-permissions/",
                "{'environment':{environment},'permissions':["
                        + "{'permission_key':'UPDATE_FEATURE_STATE','tags':[{tag}]}]}");
        made("roleUser", role + "users/", "{'user':{user}}");
        made("roleGroup", role + "groups/", "{'group':{group}}");
        made("roleApiKey", role + "master-api-keys/", "{'master_api_key':'{plainKey}'}");
        asked("organisations/{organisation}/roles/{thirdRole}/master-api-keys/", "{'master_api_key':'{plainKey}'}");
    }

    private void makeSaml() {
        var saml = made(
                "saml",
                "auth/saml/configuration/",
                "{'organisation':{organisation},'name':'acme-{organisation}','frontend_url':'https://flags.example.test'}");
        word("saml.name", saml.get("name").asString());
        made(
                "samlMapping",
                "auth/saml/attribute-mapping/",
                "{'saml_configuration':{saml},'django_attribute_name':'groups','idp_attribute_name':'teams'}");
    }

    private void makeFeature() {
        made("tag", "projects/{project}/tags/", "{'label':'release'}");
        made("feature", "projects/{project}/features/", "{'name':'basket','tags':[{tag}]}");
        made(
                "option",
                "projects/{project}/features/{feature}/mv-options/",
                "{'string_value':'red','default_percentage_allocation':10}");
        asked("PATCH", "projects/{project}/features/{feature}/", "{'description':'what is in the cart'}");
        var scan = "{'repository_url':'https://code.example.test/shop','revision':'c0ffee',"
                + "'code_references':[{'feature_name':'basket','file_path':'src/cart.js','line_number':7}]}";
        asked("projects/{project}/code-references/", scan);
        word("state", first("environments/{key}/featurestates/?feature={feature}"));
        known("state", "environments/{key}/featurestates/{state}/");
    }

    private void makeSegment() {
        made(
                "segment",
                "projects/{project}/segments/",
                "{'name':'beta','rules':[{'type':'ALL','conditions':[],'rules':[]}]}");
        made(
                "place",
                "features/feature-segments/",
                "{'feature':{feature},'segment':{segment},'environment':{environment}}");
        made(
                "segmentState",
                "environments/{key}/featurestates/",
                "{'feature':{feature},'feature_segment':{place},'feature_state_value':'for beta'}");
    }

    private void makeIdentity() {
        made("identity", "environments/{key}/identities/", "{'identifier':'user-88'}");
        made("trait", "environments/{key}/identities/{identity}/traits/", "{'trait_key':'plan','string_value':'pro'}");
        made("override", "environments/{key}/identities/{identity}/featurestates/", "{'feature':{feature}}");
    }

    private void makeHealth() {
        var provider = asked("projects/{project}/feature-health/providers/", "{'name':'Webhook'}");
        var report = "{'feature':'basket','environment':'Staging','status':'unhealthy',"
                + "'reason':{'text_blocks':[{'text':'laggard'}]}}";
        word("health.path", provider.get("webhook_url").asString().replaceFirst(".*/feature-health/", ""));
        var reported = shop.ana().send("POST", provider.get("webhook_url").asString(), report.replace('\'', '"'));
        assertThat(reported.status()).isEqualTo(200);
        known(
                "health",
                shop.ana()
                        .get(filled("projects/{project}/feature-health/events/"))
                        .ok()
                        .get(0));
    }

    private void makeVersion() {
        var versioned = made("versioned", "environments/", "{'name':'Versioned','project':{project}}");
        word("versioned.key", versioned.get("api_key").asString());
        shop.ana().send("POST", "environments/" + versioned.get("api_key").asString() + "/enable-v2-versioning/", "{}");
        var versions = "environments/{versioned}/features/{feature}/versions/";
        var draft = shop.ana().send("POST", filled(versions), "{}").ok();
        word("version", draft.get("uuid").asString());
        var states =
                shop.ana().get(filled(versions + "{version}/featurestates/")).ok();
        word("versionState", states.get(0).get("id").asString());
    }

    private void makeFields() {
        made("field", "metadata/fields/", "{'name':'jira','organisation':{organisation}}");
        var model = "organisations/{organisation}/metadata-model-fields/";
        word("contentType", contentType("feature"));
        word("projectType", contentType("project"));
        made(
                "modelField",
                model,
                "{'field':{field},'content_type':{contentType},"
                        + "'is_required_for':[{'content_type':{projectType},'object_id':{project}}]}");
        made("projectField", "metadata/fields/", "{'name':'squad','organisation':{organisation},'project':{project}}");
        made("projectModelField", model, "{'field':{projectField},'content_type':{contentType}}");
    }

    private void makeWebhook() {
        made("webhook", "environments/{key}/webhooks/", "{'url':'http://127.0.0.1:9/'}");
        made("idWebhook", "environments/{key}/integrations/webhook/", "{'url':'http://127.0.0.1:9/'}");
        made("orgWebhook", "organisations/{organisation}/webhooks/", "{'url':'http://127.0.0.1:9/'}");
        asked("PATCH", "environments/{key}/featurestates/{state}/", "{'enabled':true}");
        word("delivery", awaited("environments/{key}/webhooks/{webhook}/deliveries/"));
        word("orgDelivery", awaited("organisations/{organisation}/webhooks/{orgWebhook}/deliveries/"));
    }

    private String awaited(String list) {
        await().until(() -> !shop.ana().get(filled(list)).ok().get("results").isEmpty());
        return first(list);
    }

    /** The text with every name in braces replaced by its value. */
    public String filled(String text) {
        return WORD.matcher(text).replaceAll(word -> Objects.requireNonNull(words.get(word.group(1)), word.group()));
    }

    /** Makes a further object, whose id gets this name. */
    JsonNode made(String name, String path, String body) {
        return known(name, asked(path, body));
    }

    JsonNode asked(String path, String body) {
        return asked("POST", path, body);
    }

    JsonNode asked(String method, String path, String body) {
        return shop.ana()
                .send(method, filled(path), filled(body).replace('\'', '"'))
                .ok();
    }

    private void known(String name, String path) {
        known(name, shop.ana().get(filled(path)).ok());
    }

    private JsonNode known(String name, JsonNode thing) {
        word(name, thing.get("id").asString());
        if (thing.has("uuid")) {
            word(name + ".uuid", thing.get("uuid").asString());
        }
        return thing;
    }

    /** The id of a content type that custom fields can be attached to. */
    String contentType(String model) {
        return shop.ana()
                .get(filled("organisations/{organisation}/metadata-model-fields/supported-content-types/"))
                .ok()
                .valueStream()
                .filter(type -> type.get("model").asString().equals(model))
                .map(type -> type.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** The id of the first object on a page. */
    private String first(String list) {
        var page = shop.ana().get(filled(list)).ok();
        return page.get("results").get(0).get("id").asString();
    }

    /** The position of the newest of these events. That of the feature's change can be undone. */
    private String position(String query) {
        var events =
                shop.ana().get(filled("projects/{project}/events/" + query)).ok();
        return events.get("results").get(0).get("position").asString();
    }

    void word(String name, String meaning) {
        words.put(name, meaning);
    }
}
