package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** API keys of organisations, and the permissions of requests that present one. */
class ApiKeyIT {

    private static final String FORBIDDEN = "{\"detail\":\"You do not have permission to perform this action.\"}";
    private static final String NOT_FOUND = "{\"detail\":\"Valid Master API Key not found.\"}";

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
    }

    @Test
    void theKeyIsReturnedOnlyWhenItIsCreated() {
        var ana = Shop.in(SERVER);
        var first = create(ana, Map.of("name", "first"));
        var made = create(ana, Map.of("name", "  tf ", "organisation", 4711, "is_admin", true));

        assertThat(made.propertyNames())
                .containsExactly(
                        "id",
                        "prefix",
                        "created",
                        "name",
                        "revoked",
                        "expiry_date",
                        "key",
                        "is_admin",
                        "has_expired",
                        "created_by");
        assertThat(made.get("name").asString()).isEqualTo("tf");
        assertThat(made.get("key").asString())
                .matches("[0-9A-Za-z]{8}\\.[0-9A-Za-z]{32}")
                .startsWith(made.get("prefix").asString());
        assertThat(made.get("expiry_date").isNull()).isTrue();
        int me = ana.ana().get("auth/users/me/").ok().get("id").asInt();
        assertThat(made.get("created_by").asInt()).isEqualTo(me);

        var page = ana.ana().get(keys(ana)).ok();
        assertThat(page.get("count").asInt()).isEqualTo(2);
        assertThat(page.get("results").get(0)).isEqualTo(withoutKey(made));
        assertThat(page.get("results").get(1)).isEqualTo(withoutKey(first));
        assertThat(ana.ana().get(path(ana, made)).ok()).isEqualTo(withoutKey(made));
    }

    /** With a provider of its own, whoever has stolen a key would have a login that the key's revocation leaves alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "organisations/{}/oidc-providers/",
                "auth/saml/configuration/?organisation={}",
                "auth/saml/attribute-mapping/?saml_configuration=none",
                "organisations/{}/trust-relationships/"
            })
    void keysDoNotDecideWhoLogsIn(String route) {
        var made = create(shop, Map.of("name", "tf"));
        var program =
                SERVER.api().with("Authorization", "Api-Key " + made.get("key").asString());
        var path = route.replace("{}", Integer.toString(shop.organisation()));

        assertThat(program.get(path).status()).isEqualTo(401);
        assertThat(program.post(path, Map.of()).status()).isEqualTo(401);
        assertThat(shop.ana().post(path, Map.of()).status()).isNotEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                    | {"name":["This field is required."]}
            {"name":""}                           | {"name":["This field may not be blank."]}
            {"name":null}                         | {"name":["This field may not be null."]}
            {"name":"tf","is_admin":"perhaps"}    | {"is_admin":["Must be a valid boolean."]}
            {"name":"tf","expiry_date":"soon"}    | `{"expiry_date":["Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z]."]}`
            """)
    void anInvalidKeyIsRejected(String body, String problem) {
        var answer = shop.ana().send("POST", keys(shop), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(problem);
    }

    @Test
    void aNameHasAtMostFiftyCharacters() {
        assertThat(shop.ana().post(keys(shop), Map.of("name", "x".repeat(50))).status())
                .isEqualTo(201);
        assertThat(shop.ana().post(keys(shop), Map.of("name", "x".repeat(51))).text())
                .isEqualTo("{\"name\":[\"Ensure this field has no more than 50 characters.\"]}");
    }

    @Test
    void nameAndExpiryCanBeChanged() {
        var made = create(shop, Map.of("name", "tf"));
        var later = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        var changed = shop.ana()
                .patch(path(shop, made), Map.of("expiry_date", later.toString()))
                .ok();
        assertThat(changed.get("expiry_date").asString()).isEqualTo(later.toString());
        assertThat(changed.get("name").asString()).isEqualTo("tf");

        var renamed =
                shop.ana().put(path(shop, made), Map.of("name", "pipeline")).ok();
        assertThat(renamed.get("name").asString()).isEqualTo("pipeline");
        assertThat(renamed.get("expiry_date").asString()).isEqualTo(later.toString());
        assertThat(renamed.has("key")).isFalse();
        assertThat(shop.ana().put(path(shop, made), Map.of()).text())
                .isEqualTo("{\"name\":[\"This field is required.\"]}");
        program(made).get("projects/" + shop.project() + "/").ok();
    }

    @Test
    void anExpiredKeyIsRejectedUntilItsExpiryIsRemoved() {
        var made = create(shop, Map.of("name", "tf", "expiry_date", "2001-01-01"));
        assertThat(made.get("has_expired").asBoolean()).isTrue();
        assertThat(program(made).get("projects/").text()).isEqualTo(NOT_FOUND);

        shop.ana().send("PATCH", path(shop, made), "{\"expiry_date\":null}").ok();

        assertThat(program(made).get("projects/").ok()).hasSize(1);
    }

    @Test
    void aRevokedKeyIsRejectedAndMissing() {
        var one = create(shop, Map.of("name", "one"));
        var two = create(shop, Map.of("name", "two"));

        assertThat(shop.ana().delete(path(shop, one)).status()).isEqualTo(204);
        var revoked = shop.ana().patch(path(shop, two), Map.of("revoked", true)).ok();

        assertThat(revoked.get("revoked").asBoolean()).isTrue();
        for (var key : new JsonNode[] {one, two}) {
            var refused = program(key).get("projects/");
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.text()).isEqualTo(NOT_FOUND);
            assertThat(refused.http().headers().firstValue("WWW-Authenticate")).contains("Cookie realm=\"api\"");
            var gone = shop.ana().get(path(shop, key));
            assertThat(gone.status()).isEqualTo(404);
            assertThat(gone.text()).isEqualTo("{\"detail\":\"No MasterAPIKey matches the given query.\"}");
            assertThat(shop.ana().delete(path(shop, key)).status()).isEqualTo(404);
        }
    }

    @Test
    void aKeyHasAnAdminsPermissionsAndIsTheActor() {
        var own = Shop.in(SERVER);
        var program = program(create(own, Map.of("name", "terraform")));

        int project = program.post("projects/", Map.of("name", "Infra", "organisation", own.organisation()))
                .ok()
                .get("id")
                .asInt();
        program.post("environments/", Map.of("name", "Live", "project", project))
                .ok();
        var feature = program.post("projects/" + project + "/features/", Map.of("name", "one"))
                .ok();

        assertThat(feature.get("owners")).isEmpty();
        assertThat(program.get("organisations/").ok().get("count").asInt()).isEqualTo(1);
        var line = own.ana()
                .get("projects/" + project + "/audit/?search=New%20Flag")
                .ok()
                .get("results")
                .get(0);
        assertThat(line.get("author").isNull()).isTrue();
        assertThat(program.get("organisations/" + own.organisation() + "/")
                        .ok()
                        .get("role")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, organisations/ORG/, 403",
        "GET, organisations/ORG/projects/, 404",
        "GET, organisations/ORG/users/, 403",
        "GET, projects/PROJECT/, 404",
        "PATCH, projects/PROJECT/, 404",
        "GET, environments/KEY/, 403",
        "POST, environments/, 403"
    })
    void aKeyHasNoAccessToOtherOrganisations(String method, String path, int status) {
        var strangers = Shop.in(SERVER);
        var program = program(create(strangers, Map.of("name", "tf")));

        var answer = method.equals("GET")
                ? program.get(filled(path))
                : program.send(method, filled(path), filled("{\"name\":\"x\",\"project\":PROJECT}"));

        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, auth/users/me/, 403",
        "PATCH, auth/users/me/, 403",
        "POST, auth/logout/, 403",
        "POST, organisations/, 403",
        "GET, organisations/ORG/master-api-keys/, 401",
        "POST, organisations/ORG/master-api-keys/, 401",
        "DELETE, organisations/ORG/master-api-keys/abcdefgh/, 401"
    })
    void routesForUsersRejectKeys(String method, String path, int status) {
        var program = program(create(shop, Map.of("name", "tf")));

        var answer = program.send(method, filled(path), method.equals("GET") ? "" : "{\"name\":\"x\"}");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text())
                .isEqualTo(
                        status == 403 ? FORBIDDEN : "{\"detail\":\"Authentication credentials were not provided.\"}");
    }

    private static JsonNode create(Shop where, Map<String, ?> key) {
        var answer = where.ana().post(keys(where), key);
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private static Api program(JsonNode key) {
        return SERVER.api().with("Authorization", "Api-Key " + key.get("key").asString());
    }

    private static String keys(Shop where) {
        return "organisations/" + where.organisation() + "/master-api-keys/";
    }

    private static String path(Shop where, JsonNode key) {
        return keys(where) + key.get("prefix").asString() + "/";
    }

    private static JsonNode withoutKey(JsonNode key) {
        return key.deepCopy().asObject().without("key");
    }

    private static String filled(String text) {
        return text.replace("ORG", Integer.toString(shop.organisation()))
                .replace("PROJECT", Integer.toString(shop.project()))
                .replace("KEY", shop.key());
    }
}
