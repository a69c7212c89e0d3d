package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Server keys of environments. */
class ServerKeyIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private String keys;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        keys = "environments/" + shop.key() + "/api-keys/";
        shop.feature(Map.of("name", "secret", "is_server_key_only", true));
    }

    @Test
    void aNewKeyReadsServerKeyOnlyData() {
        var made = create(Map.of("name", " backend "));

        assertThat(made.propertyNames()).containsExactly("id", "key", "active", "created_at", "name", "expires_at");
        assertThat(made.get("key").asString()).matches("ser\\.[2-9A-HJ-NP-Za-km-z]{22}");
        assertThat(made.get("name").asString()).isEqualTo("backend");
        assertThat(made.get("active").asBoolean()).isTrue();
        assertThat(shop.ana().get(keys).ok()).containsExactly(made);
        assertThat(flags(made).ok()).hasSize(1);
        assertThat(shop.application().get("flags/").ok()).isEmpty();
    }

    @Test
    void changesDoNotAffectTheKeyItself() {
        var made = create(Map.of("name", "backend"));

        var changed = shop.ana()
                .put(path(made), Map.of("name", "worker", "active", false, "expires_at", "2031-03-04T09:10:11+02:00"))
                .ok();

        assertThat(changed.get("key")).isEqualTo(made.get("key"));
        assertThat(changed.get("created_at")).isEqualTo(made.get("created_at"));
        assertThat(changed.get("name").asString()).isEqualTo("worker");
        assertThat(changed.get("active").asBoolean()).isFalse();
        assertThat(changed.get("expires_at").asString()).isEqualTo("2031-03-04T07:10:11Z");
        assertThat(shop.ana()
                        .put(path(made), Map.of("name", "again"))
                        .ok()
                        .get("active")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void inactiveExpiredAndDeletedKeysAreRejected() {
        var made = create(Map.of("name", "backend"));
        shop.ana().patch(path(made), Map.of("active", false)).ok();
        assertThat(flags(made).status()).isEqualTo(403);

        shop.ana()
                .patch(path(made), Map.of("active", true, "expires_at", "2001-01-01"))
                .ok();
        assertThat(flags(made).status()).isEqualTo(403);

        shop.ana().send("PATCH", path(made), "{\"expires_at\":null}").ok();
        assertThat(flags(made).status()).isEqualTo(200);

        assertThat(shop.ana().delete(path(made)).status()).isEqualTo(204);
        assertThat(flags(made).status()).isEqualTo(403);
        assertThat(shop.ana().get(keys).ok()).isEmpty();
        assertThat(shop.ana().delete(path(made)).text())
                .isEqualTo("{\"detail\":\"No EnvironmentAPIKey matches the given query.\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                               | {"name":["This field is required."]}
            {"name":" "}                     | {"name":["This field may not be blank."]}
            {"name":"a","active":"perhaps"}  | {"active":["Must be a valid boolean."]}
            {"name":"a","active":null}       | {"active":["This field may not be null."]}
            """)
    void anInvalidKeyIsRejected(String body, String problem) {
        var answer = shop.ana().send("POST", keys, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(problem);
    }

    @Test
    void aNameHasAtMostAHundredCharacters() {
        create(Map.of("name", "x".repeat(100)));
        assertThat(shop.ana().post(keys, Map.of("name", "x".repeat(101))).text())
                .isEqualTo("{\"name\":[\"Ensure this field has no more than 100 characters.\"]}");
    }

    @Test
    void aSingleKeyCannotBeRead() {
        var made = create(Map.of("name", "backend"));

        assertThat(shop.ana().get(path(made)).text()).isEqualTo("{\"detail\":\"Method \\\"GET\\\" not allowed.\"}");
    }

    @Test
    void keysOfAnUnknownEnvironmentAreForbidden() {
        assertThat(shop.ana().get("environments/nope/api-keys/").status()).isEqualTo(403);
    }

    @Test
    void keysOfOtherEnvironmentsAreNotFound() {
        var made = create(Map.of("name", "backend"));
        var other = shop.ana()
                .post("environments/", Map.of("name", "Other", "project", shop.project()))
                .ok();
        var there = "environments/" + other.get("api_key").asString() + "/api-keys/";

        assertThat(shop.ana().delete(there + made.get("id").asInt() + "/").status())
                .isEqualTo(404);
        assertThat(shop.ana().get(there).ok()).isEmpty();
    }

    private JsonNode create(Map<String, ?> key) {
        var answer = shop.ana().post(keys, key);
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private String path(JsonNode key) {
        return keys + key.get("id").asInt() + "/";
    }

    private static Api.Answer flags(JsonNode key) {
        return SERVER.api().with("X-Environment-Key", key.get("key").asString()).get("flags/");
    }
}
