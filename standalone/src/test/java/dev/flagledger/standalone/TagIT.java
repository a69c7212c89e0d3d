package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tags, and the stages of features. */
class TagIT {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void aTagIsCreatedChangedAndDeleted() {
        var shop = Shop.in(SERVER);
        var tags = "projects/" + shop.project() + "/tags/";

        var created = shop.ana()
                .post(tags, Map.of("label", " release ", "type", "STALE", "is_system_tag", true))
                .ok();

        int id = created.get("id").asInt();
        assertThat(created.toString())
                .isEqualTo("{\"id\":" + id + ",\"label\":\"release\",\"color\":\"#6837FC\",\"description\":null,"
                        + "\"project\":" + shop.project() + ",\"uuid\":" + created.get("uuid")
                        + ",\"is_permanent\":false,\"is_system_tag\":false,\"type\":\"NONE\"}");
        assertThat(shop.ana().get(tags + id + "/").ok()).isEqualTo(created);
        assertThat(shop.ana().get(tags).ok().get("results").get(0)).isEqualTo(created);
        assertThat(shop.ana()
                        .get(tags + "get-by-uuid/" + created.get("uuid").asString() + "/")
                        .ok())
                .isEqualTo(created);

        var changed = shop.ana()
                .patch(tags + id + "/", Map.of("color", "red", "is_permanent", true))
                .ok();
        assertThat(changed.get("label").asString()).isEqualTo("release");
        assertThat(changed.get("color").asString()).isEqualTo("red");
        assertThat(shop.ana().put(tags + id + "/", Map.of("color", "blue")).text())
                .isEqualTo("{\"label\":[\"This field is required.\"]}");

        int feature = shop.feature(Map.of("name", "tagged", "tags", List.of(id)));
        assertThat(shop.ana().delete(tags + id + "/").status()).isEqualTo(204);
        assertThat(shop.ana().get(tags + id + "/").status()).isEqualTo(404);
        assertThat(shop.ana().get(shop.features() + feature + "/").ok().get("tags"))
                .isEmpty();
    }

    @Test
    void stagesAreCountedAndUnsupportedCountsAreZero() {
        var shop = Shop.in(SERVER);
        int permanent = shop.ana()
                .post("projects/" + shop.project() + "/tags/", Map.of("label", "stays", "is_permanent", true))
                .ok()
                .get("id")
                .asInt();
        int feature = shop.feature(Map.of("name", "one"));
        shop.feature(Map.of("name", "two", "tags", List.of(permanent)));
        var counts = "environments/" + shop.environment() + "/feature-lifecycle-counts/";
        var path = shop.features() + feature + "/";

        assertThat(shop.ana().get(counts).text())
                .isEqualTo("{\"new\":1,\"live\":0,\"stale\":0,\"permanent\":1,\"needs_monitoring\":0,\"to_remove\":0}");
        var stranger = SERVER.api().newUser().get(counts);
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.text()).isEmpty();
        assertThat(shop.ana().get(path + "evaluation-data/").text())
                .isEqualTo("{\"environment_id\":[\"This field is required.\"]}");
        assertThat(shop.ana()
                        .get(path + "evaluation-data/?environment_id=1&period=30")
                        .text())
                .isEqualTo("[]");
        assertThat(shop.ana()
                        .get(path + "influx-data/?environment_id=1&period=24h")
                        .text())
                .isEqualTo("{\"events_list\":[]}");
        assertThat(shop.ana()
                        .get(path + "influx-data/?environment_id=1&period=x")
                        .text())
                .isEqualTo("[\"Malformed period supplied\"]");
        assertThat(shop.ana().get(path + "feature-external-resources/").text()).isEqualTo("{\"results\":[]}");
        var link = Map.of("url", "https://code.example.test/issues/1", "type", "GITHUB_ISSUE");
        assertThat(shop.ana().post(path + "feature-external-resources/", link).text())
                .isEqualTo("{\"detail\":\"This Project doesn't have a valid GitHub integration configuration\"}");
    }
}
