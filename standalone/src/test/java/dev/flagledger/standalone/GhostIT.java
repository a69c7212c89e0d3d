package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.testing.Receiver;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Deleted projects and environments: nothing of them is reachable, and their history remains. */
class GhostIT {

    private static final TestServer SERVER = TestServer.shared();
    private Shop shop;
    private int feature;
    private JsonNode serverKey;

    @BeforeEach
    void open() {
        shop = Shop.in(SERVER);
        feature = shop.feature(Map.of("name", "basket"));
        serverKey = shop.ana()
                .post("environments/" + shop.key() + "/api-keys/", Map.of("name", "backend"))
                .ok();
    }

    @ParameterizedTest
    @CsvSource({"environments/KEY/", "projects/PROJECT/"})
    void keysAreRejectedAfterTheDeletion(String path) {
        shop.application().get("flags/").ok();
        atServer().get("flags/").ok();

        delete(path);

        for (var application : new Api[] {shop.application(), atServer()}) {
            var answer = application.get("flags/");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).isEqualTo("{\"detail\":\"Invalid or missing Environment Key\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, environments/KEY/, 404",
        "PATCH, environments/KEY/, 404",
        "DELETE, environments/KEY/, 404",
        "POST, environments/KEY/clone/, 404",
        "GET, environments/KEY/metrics/, 404",
        "GET, environments/KEY/my-permissions/, 404",
        "GET, environments/KEY/onboarding-status/, 404",
        "GET, environments/get-by-uuid/UUID/, 404",
        "GET, environments/KEY/webhooks/, 403",
        "GET, environments/KEY/api-keys/, 403",
        "GET, environments/KEY/featurestates/, 403",
        "GET, environments/KEY/user-permissions/, 403"
    })
    void aDeletedEnvironmentIsNotFound(String method, String path, int status) {
        var uuid = uuid("environments/KEY/");
        delete("environments/KEY/");

        assertThat(send(method, path, uuid).status()).isEqualTo(status);
        assertThat(shop.ana()
                        .get("environments/?project=" + shop.project())
                        .ok()
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(shop.ana()
                        .get("projects/" + shop.project() + "/environments/")
                        .ok())
                .isEmpty();
        assertThat(shop.ana().get(shop.features() + feature + "/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, projects/PROJECT/, 404",
        "PATCH, projects/PROJECT/, 404",
        "DELETE, projects/PROJECT/, 404",
        "GET, projects/get-by-uuid/UUID/, 404",
        "GET, projects/PROJECT/my-permissions/, 404",
        "GET, projects/PROJECT/features/, 404",
        "POST, projects/PROJECT/features/, 403",
        "GET, projects/PROJECT/environments/, 403",
        "GET, projects/PROJECT/user-permissions/, 403",
        "GET, environments/KEY/, 404",
        "GET, environments/KEY/featurestates/, 403",
        "POST, environments/KEY/webhooks/, 403",
        "POST, environments/, 403",
        "GET, environments/?project=PROJECT, 400"
    })
    void aDeletedProjectAndItsContentAreNotFound(String method, String path, int status) {
        var uuid = uuid("projects/PROJECT/");
        delete("projects/PROJECT/");

        assertThat(send(method, path, uuid).status()).isEqualTo(status);
        assertThat(shop.ana().get("projects/").ok()).isEmpty();
        assertThat(shop.ana()
                        .get("organisations/" + shop.organisation() + "/projects/")
                        .ok())
                .isEmpty();
    }

    @Test
    void customFieldsAreDeletedWithTheirProject() {
        var field = Map.of("name", "jira", "organisation", shop.organisation(), "project", shop.project());
        int id = shop.ana().post("metadata/fields/", field).ok().get("id").asInt();
        int common = shop.ana()
                .post("metadata/fields/", Map.of("name", "team", "organisation", shop.organisation()))
                .ok()
                .get("id")
                .asInt();
        shop.ana()
                .send(
                        "POST",
                        "organisations/" + shop.organisation() + "/metadata-model-fields/",
                        filled("{\"field\":" + common + ",\"content_type\":21,\"is_required_for\":"
                                + "[{\"content_type\":12,\"object_id\":PROJECT}]}"))
                .ok();
        delete("projects/PROJECT/");

        var fields = shop.ana()
                .get("metadata/fields/?organisation=" + shop.organisation())
                .ok()
                .get("results");
        assertThat(fields).hasSize(1);
        assertThat(fields.get(0).get("id").asInt()).isEqualTo(common);
        assertThat(fields.get(0).get("model_fields").get(0).get("is_required_for"))
                .isEmpty();
        assertThat(shop.ana().get("metadata/fields/" + id + "/").status()).isEqualTo(404);
    }

    @Test
    void namesAndKeysCanBeReused() {
        delete("environments/KEY/");
        var again = Map.of("name", "Staging", "project", shop.project(), "api_key", shop.key());
        var environment = shop.ana().post("environments/", again).ok();
        assertThat(environment.get("id").asInt()).isNotEqualTo(shop.environment());
        assertThat(shop.ana().get("environments/" + shop.key() + "/webhooks/").ok())
                .isEmpty();

        delete("projects/PROJECT/");
        int project = shop.ana()
                .post("projects/", Map.of("name", "Shop", "organisation", shop.organisation()))
                .ok()
                .get("id")
                .asInt();
        shop.ana()
                .post("environments/", Map.of("name", "Staging", "project", project, "api_key", shop.key()))
                .ok();
        shop.ana()
                .post("projects/" + project + "/features/", Map.of("name", "basket"))
                .ok();
        assertThat(shop.application().get("flags/").ok()).hasSize(1);
    }

    /** A delivery to a second receiver shows that the first one would have got its own by now. */
    @ParameterizedTest
    @CsvSource({"environments/KEY/, true", "projects/PROJECT/, false"})
    void webhooksOfADeletedEnvironmentAreNotCalled(String path, boolean projectLives) {
        try (var silent = Receiver.answering(200);
                var told = Receiver.answering(200)) {
            shop.ana().post(shop.webhooks(), Map.of("url", silent.url())).ok();
            var other = projectLives ? environmentBeside() : Shop.in(SERVER);
            other.ana().post(other.webhooks(), Map.of("url", told.url())).ok();
            delete(path);

            other.feature(Map.of("name", "later"));

            told.next();
            assertThat(silent.all).isEmpty();
        }
    }

    @Test
    void theHistoryOfADeletedEnvironmentRemains() {
        delete("environments/KEY/");

        var logs = shop.ana().get(shop.audit()).ok().get("results");
        assertThat(logs.get(0).get("log").asString()).isEqualTo("Environment deleted: Staging");
        assertThat(logs.get(0).get("environment").isNull()).isTrue();
        assertThat(logs)
                .anySatisfy(line -> assertThat(line.get("log").asString()).contains("basket"));
    }

    @Test
    void theHistoryOfADeletedProjectRemains() {
        delete("projects/PROJECT/");

        var logs = shop.ana()
                .get("organisations/" + shop.organisation() + "/audit/")
                .ok()
                .get("results");
        assertThat(logs.get(0).get("log").asString()).isEqualTo("Project deleted: Shop");
        assertThat(logs.get(0).get("project").isNull()).isTrue();
        assertThat(logs)
                .anySatisfy(line -> assertThat(line.get("log").asString()).contains("basket"));
    }

    private Shop environmentBeside() {
        var environment = shop.ana()
                .post("environments/", Map.of("name", "Beside", "project", shop.project()))
                .ok();
        return new Shop(
                shop.ana(),
                shop.organisation(),
                shop.project(),
                environment.get("id").asInt(),
                environment.get("api_key").asString());
    }

    private void delete(String path) {
        assertThat(shop.ana().delete(filled(path)).status()).isEqualTo(204);
    }

    private String uuid(String path) {
        return shop.ana().get(filled(path)).ok().get("uuid").asString();
    }

    private Api.Answer send(String method, String path, String uuid) {
        var body = filled("{\"name\":\"x\",\"project\":PROJECT,\"url\":\"https://x.example.test/\"}");
        return method.equals("GET")
                ? shop.ana().get(filled(path).replace("UUID", uuid))
                : shop.ana().send(method, filled(path), body);
    }

    private Api atServer() {
        return SERVER.api().with("X-Environment-Key", serverKey.get("key").asString());
    }

    private String filled(String text) {
        return text.replace("PROJECT", Integer.toString(shop.project())).replace("KEY", shop.key());
    }
}
