package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports of features from one environment, and imports into another. */
class FeatureTransferIT {

    private static final String BASKET = "{\"name\":\"basket\",\"default_enabled\":false,\"is_server_key_only\":true,"
            + "\"initial_value\":\"7\",\"value\":9,\"type\":\"int\",\"enabled\":true,\"multivariate\":[]}";
    private static final String BANNER = "{\"name\":\"banner\",\"default_enabled\":true,\"is_server_key_only\":false,"
            + "\"initial_value\":\"a\",\"value\":\"\\u00fc\",\"type\":\"unicode\",\"enabled\":true,\"multivariate\":["
            + "{\"percentage_allocation\":60.0,\"default_percentage_allocation\":20.0,\"value\":\"b\","
            + "\"type\":\"unicode\"},"
            + "{\"percentage_allocation\":40.0,\"default_percentage_allocation\":30.0,\"value\":5,\"type\":\"int\"}]}";
    private static final String FILE = "[" + BASKET + "," + BANNER + "]";

    private static final TestServer SERVER = TestServer.shared();
    private Shop source;
    private Shop target;
    private Transfer transfer;
    private int other;

    @BeforeEach
    void open() {
        source = Shop.in(SERVER);
        target = Shop.in(SERVER);
        transfer = new Transfer(target.ana());
        other = target.ana()
                .post("environments/", Map.of("name", "Live", "project", target.project()))
                .ok()
                .get("id")
                .asInt();
    }

    private void fill(Shop shop) {
        int basket = shop.feature(Map.of("name", "basket", "initial_value", "7", "is_server_key_only", true));
        shop.ana()
                .put(shop.stateOf(basket), Map.of("enabled", true, "feature_state_value", 9))
                .ok();
        var options = List.of(
                Map.of("string_value", "b", "default_percentage_allocation", 20),
                Map.of("type", "int", "integer_value", 5, "default_percentage_allocation", 30));
        int banner = shop.feature(Map.of(
                "name", "banner", "initial_value", "a", "default_enabled", true, "multivariate_options", options));
        var shares = shop.ana().get(shop.stateOf(banner)).ok().get("multivariate_feature_state_values");
        shop.ana()
                .put(
                        shop.stateOf(banner),
                        Map.of(
                                "feature_state_value",
                                "ü",
                                "multivariate_feature_state_values",
                                List.of(share(shares.get(0), 60), share(shares.get(1), 40))))
                .ok();
        shop.feature(Map.of("name", "attic", "is_archived", true));
    }

    private static Map<String, Object> share(JsonNode share, int percentage) {
        return Map.of(
                "id",
                share.get("id").asInt(),
                "multivariate_feature_option",
                share.get("multivariate_feature_option").asInt(),
                "percentage_allocation",
                percentage);
    }

    @Test
    void anExportIsCreatedListedAndDownloaded() {
        fill(source);
        var exporter = new Transfer(source.ana());

        var made = exporter.export(source.environment());

        assertThat(made.status()).isEqualTo(201);
        var export = made.json();
        int id = export.get("id").asInt();
        assertThat(export.propertyNames()).containsExactly("id", "name", "environment_id", "status", "created_at");
        assertThat(export.get("name").asString()).matches("Staging \\| \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC");
        assertThat(export.get("status").asString()).isEqualTo("SUCCESS");
        exporter.export(source.environment()).ok();
        var listed = source.ana()
                .get("projects/" + source.project() + "/feature-exports/")
                .ok();
        assertThat(listed.get("count").asInt()).isEqualTo(2);
        assertThat(listed.get("results").get(1)).as("newest first").isEqualTo(export);
        var file = source.ana().get(Transfer.download(id));
        assertThat(file.text()).isEqualTo(FILE);
        assertThat(file.http().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=feature_export." + id + ".json");
        assertThat(file.http().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/json");
    }

    @Test
    void anExportByTagsHasTheFeaturesWithAnyOfThem() {
        int red = tag("red");
        int blue = tag("blue");
        source.feature(Map.of("name", "one", "tags", List.of(red)));
        source.feature(Map.of("name", "two", "tags", List.of(blue, red)));
        source.feature(Map.of("name", "three"));

        assertThat(namesWith(List.of(blue, 999_999))).containsExactly("two");
        assertThat(namesWith(List.of(blue, red))).containsExactly("one", "two");
        assertThat(namesWith(List.of(999_999))).isEmpty();
    }

    private int tag(String label) {
        return source.ana()
                .post("projects/" + source.project() + "/tags/", Map.of("label", label))
                .ok()
                .get("id")
                .asInt();
    }

    private List<String> namesWith(List<Integer> tags) {
        var body = Map.of("environment_id", source.environment(), "tag_ids", tags);
        int id = source.ana()
                .post("features/create-feature-export/", body)
                .ok()
                .get("id")
                .asInt();
        return source.ana()
                .get(Transfer.download(id))
                .ok()
                .valueStream()
                .map(feature -> feature.get("name").asString())
                .toList();
    }

    @Test
    void anImportedFileIsExportedUnchanged() {
        fill(source);

        var answer = transfer.take(target.environment(), "SKIP", new Transfer(source.ana()).file(source.environment()));

        assertThat(answer.status()).isEqualTo(201);
        var imported = answer.json();
        assertThat(imported.propertyNames())
                .containsExactly("id", "environment_id", "strategy", "status", "created_at");
        assertThat(imported.get("status").asString()).isEqualTo("SUCCESS");
        assertThat(imported.get("strategy").asString()).isEqualTo("SKIP");
        assertThat(transfer.file(target.environment())).isEqualTo(FILE);
        var listed = target.ana()
                .get("projects/" + target.project() + "/feature-imports/")
                .ok();
        assertThat(listed.get("results").get(0)).isEqualTo(imported);
        assertThat(transfer.file(other))
                .as("other environments have the defaults")
                .isEqualTo(FILE.replace("\"value\":9", "\"value\":7")
                        .replaceFirst("\"enabled\":true", "\"enabled\":false")
                        .replace("\\u00fc", "a")
                        .replace("\"percentage_allocation\":60.0", "\"percentage_allocation\":20.0")
                        .replace("\"percentage_allocation\":40.0", "\"percentage_allocation\":30.0"));
        assertThat(target.ana().get(target.audit()).text())
                .contains("New Flag / Remote Config created: basket", "New Flag / Remote Config created: banner");
    }

    @Test
    void existingFeaturesAreSkipped() {
        fill(target);
        var mine = FILE.replace("\"value\":9", "\"value\":8");

        var before = position();
        transfer.take(target.environment(), "SKIP", mine).ok();

        assertThat(position()).as("nothing was recorded").isEqualTo(before);
        assertThat(transfer.file(target.environment())).isEqualTo(FILE);
    }

    @Test
    void existingFeaturesAreOverwrittenInOneEnvironment() {
        fill(target);
        int basket = id("basket");
        var segments = Segments.of(SERVER, target);
        segments.override(basket, segments.named("beta"), "for them");
        segments.placed(basket, segments.named("without a state"));
        int identity = target.ana()
                .post("environments/" + target.key() + "/identities/", Map.of("identifier", "bob"))
                .ok()
                .get("id")
                .asInt();
        var own = "environments/" + target.key() + "/identities/" + identity + "/featurestates/";
        target.ana().post(own, Map.of("feature", basket, "enabled", false)).ok();
        var elsewhere = transfer.file(other);
        var wanted = FILE.replace("\"value\":9,\"type\":\"int\"", "\"value\":false,\"type\":\"bool\"")
                .replace("\"value\":5,", "\"value\":6,");

        assertThat(transfer.take(target.environment(), "OVERWRITE_DESTRUCTIVE", wanted)
                        .ok()
                        .get("status")
                        .asString())
                .isEqualTo("SUCCESS");

        var banner = json(transfer.file(target.environment()), "banner").get("multivariate");
        assertThat(banner.valueStream().map(option -> option.get("value") + " " + option.get("percentage_allocation")))
                .as("an option that is not in the file gets nothing")
                .containsExactly("\"b\" 60.0", "5 0.0", "6 40.0");
        assertThat(json(transfer.file(target.environment()), "basket")
                        .get("value")
                        .isBoolean())
                .isTrue();
        assertThat(states(basket)).isEqualTo(1);
        assertThat(places(basket)).isZero();
        assertThat(json(transfer.file(other), "basket").toString())
                .isEqualTo(json(elsewhere, "basket").toString());
        assertThat(json(transfer.file(other), "banner")
                        .get("multivariate")
                        .get(2)
                        .get("percentage_allocation")
                        .asInt())
                .as("a new option's share in other environments")
                .isZero();
        var before = position();
        transfer.take(target.environment(), "OVERWRITE_DESTRUCTIVE", wanted).ok();
        assertThat(position()).as("what is so already leaves no event").isEqualTo(before);
    }

    @Test
    void anImportPublishesAVersion() {
        fill(target);
        assertThat(target.ana()
                        .post("environments/" + target.key() + "/enable-v2-versioning/", Map.of())
                        .status())
                .isEqualTo(202);

        transfer.take(target.environment(), "OVERWRITE_DESTRUCTIVE", FILE.replace("\"value\":9", "\"value\":8"))
                .ok();

        assertThat(target.ana()
                        .get(Versions.path(target.environment(), id("basket")))
                        .ok()
                        .get("count")
                        .asInt())
                .isEqualTo(2);
    }

    private int id(String name) {
        return target.ana()
                .get(target.features() + "?search=" + name)
                .ok()
                .get("results")
                .get(0)
                .get("id")
                .asInt();
    }

    private int states(int feature) {
        return target.ana()
                .get("features/featurestates/?environment=" + target.environment() + "&feature=" + feature)
                .ok()
                .get("count")
                .asInt();
    }

    private int places(int feature) {
        return target.ana()
                .get("features/feature-segments/?environment=" + target.environment() + "&feature=" + feature)
                .ok()
                .get("count")
                .asInt();
    }

    private static JsonNode json(String file, String name) {
        return JsonMapper.shared()
                .readTree(file)
                .valueStream()
                .filter(feature -> feature.get("name").asString().equals(name))
                .findAny()
                .orElseThrow();
    }

    private long position() {
        var headers = target.ana().get("organisations/").http().headers();
        return headers.firstValueAsLong("Flagledger-Position").orElseThrow();
    }
}
