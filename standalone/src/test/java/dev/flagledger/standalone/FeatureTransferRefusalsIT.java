package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.flagledger.engine.state.project.Limits;
import dev.flagledger.ledger.retention.Retention;
import dev.flagledger.ledger.secret.KeyedDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invalid and forbidden exports and imports. */
class FeatureTransferRefusalsIT {

    private static final String REQUIRED = "[\"This field is required.\"]";

    private static final TestServer SERVER = TestServer.shared();
    private static Shop shop;
    private static Transfer transfer;

    @BeforeAll
    static void start() {
        shop = Shop.in(SERVER);
        transfer = new Transfer(shop.ana());
        shop.ana()
                .patch("projects/" + shop.project() + "/", Map.of("feature_name_regex", "[a-zA-Z0-9_]+"))
                .ok();
        shop.feature(Map.of("name", "Taken"));
    }

    private static String feature(String name, String more) {
        return "{\"name\":\"" + name + "\",\"default_enabled\":false,\"is_server_key_only\":false,"
                + "\"initial_value\":null,\"value\":null,\"type\":\"unicode\",\"enabled\":true,\"multivariate\":[]"
                + more + "}";
    }

    private static String option(int share, int initially) {
        return "{\"percentage_allocation\":" + share + ",\"default_percentage_allocation\":" + initially
                + ",\"value\":\"x\",\"type\":\"unicode\"}";
    }

    static Stream<Arguments> badFiles() {
        return Stream.of(
                arguments("", "[\"The submitted file is empty.\"]"),
                arguments("[{", "[\"Not valid JSON: line 1 column 3\"]"),
                arguments(" ", "[\"Not valid JSON: line 1 column 1\"]"),
                arguments("[".repeat(2_000), "[\"Not valid JSON\"]"),
                arguments("{}", "{\"non_field_errors\":[\"Expected a list of items but got type \\\"dict\\\".\"]}"),
                arguments("null", "[\"This field may not be null.\"]"),
                arguments("[7]", "[{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got int.\"]}]"),
                arguments(
                        "[{}]",
                        "[{\"default_enabled\":" + REQUIRED + ",\"is_server_key_only\":" + REQUIRED
                                + ",\"initial_value\":" + REQUIRED + ",\"enabled\":" + REQUIRED + ",\"value\":"
                                + REQUIRED + ",\"type\":" + REQUIRED + ",\"multivariate\":" + REQUIRED + ",\"name\":"
                                + REQUIRED + "}]"),
                arguments(
                        "[" + feature("a", "") + "," + feature(" ", "") + "]",
                        "[{},{\"name\":[\"This field may not be blank.\"]}]"),
                arguments(
                        "[" + feature("a", "") + "," + feature("A", "") + "]",
                        "[{},{\"name\":[\"The file has another feature of this name.\"]}]"),
                arguments(
                        "[" + feature("tAKEN", "") + "]",
                        "[{\"name\":[\"The project has a feature whose name differs from this in case alone.\"]}]"),
                arguments(
                        "[" + feature("a b", "") + "]",
                        "[{\"name\":[\"Feature name must match regex: ^[a-zA-Z0-9_]+$\"]}]"),
                arguments(
                        "[" + feature("a", ",\"value\":\"" + "v".repeat(20_001) + "\"") + "]",
                        "[{\"value\":[\"Ensure this field has no more than 20000 characters.\"]}]"),
                arguments(
                        "[" + feature("a", ",\"initial_value\":\"" + "v".repeat(20_001) + "\"") + "]",
                        "[{\"initial_value\":[\"Ensure this field has no more than 20000 characters.\"]}]"),
                arguments(
                        "[" + feature("a", ",\"type\":\"float\"") + "]",
                        "[{\"type\":[\"\\\"float\\\" is not a valid choice.\"]}]"),
                arguments(
                        "[" + feature("a", ",\"type\":\"int\",\"value\":\"x\"") + "]",
                        "[{\"value\":[\"A valid integer is required.\"]}]"),
                arguments(
                        "[" + feature("a", ",\"type\":\"int\",\"value\":3000000000") + "]",
                        "[{\"value\":[\"Ensure this value is less than or equal to 2147483647.\"]}]"),
                arguments(
                        "[" + feature("a", ",\"type\":\"bool\",\"value\":\"x\"") + "]",
                        "[{\"value\":[\"Must be a valid boolean.\"]}]"),
                arguments(
                        "[" + feature("a", ",\"enabled\":\"perhaps\"") + "]",
                        "[{\"enabled\":[\"Must be a valid boolean.\"]}]"),
                arguments(
                        "[" + feature("a", ",\"multivariate\":[{}]") + "]",
                        "[{\"multivariate\":[{\"percentage_allocation\":" + REQUIRED
                                + ",\"default_percentage_allocation\":" + REQUIRED + ",\"value\":" + REQUIRED
                                + ",\"type\":" + REQUIRED + "}]}]"),
                arguments(
                        "[" + feature("a", ",\"multivariate\":[" + option(101, 0) + "]") + "]",
                        "[{\"multivariate\":[{\"percentage_allocation\":"
                                + "[\"Ensure this value is less than or equal to 100.\"]}]}]"),
                arguments(
                        "[" + feature("a", ",\"multivariate\":[" + option(60, 0) + "," + option(60, 0) + "]") + "]",
                        "[{\"multivariate\":[\"Multivariate percentage values exceed 100%.\"]}]"),
                arguments(
                        "[" + feature("a", ",\"multivariate\":[" + option(0, 60) + "," + option(0, 60) + "]") + "]",
                        "[{\"multivariate\":[\"Invalid percentage allocation\"]}]"),
                arguments("[" + " ".repeat(1_000_000) + "]", "[\"File size is too large.\"]"),
                arguments("[" + " ".repeat(3_000_000) + "]", "[\"File size is too large.\"]"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void anInvalidFileIsRejectedAsAWhole(String file, String problem) {
        var before = position();

        var answer = transfer.take(shop.environment(), "OVERWRITE_DESTRUCTIVE", file);

        assertThat(answer.text()).isEqualTo("{\"file\":" + problem + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(position()).as("nothing was recorded").isEqualTo(before);
        assertThat(imports()).as("nor kept as an import").isZero();
    }

    @Test
    void fileAndStrategyAreRequired() {
        var none = "{\"file\":[\"No file was submitted.\"],\"strategy\":" + REQUIRED + "}";
        assertThat(transfer.send(shop.environment()).text()).isEqualTo(none);
        assertThat(shop.ana().post(Transfer.path(shop.environment()), Map.of()).text())
                .isEqualTo(none);
        assertThat(transfer.send(shop.environment(), Transfer.part("file", "[]"))
                        .text())
                .isEqualTo("{\"file\":[\"The submitted data was not a file. Check the encoding type on the form.\"],"
                        + "\"strategy\":" + REQUIRED + "}");
        assertThat(transfer.take(shop.environment(), "MERGE", "[]").text())
                .isEqualTo("{\"strategy\":[\"\\\"MERGE\\\" is not a valid choice.\"]}");
    }

    @Test
    void anImportCannotExceedTheLimitOfFeatures() {
        var full = Shop.in(SERVER);
        var theirs = new Transfer(full.ana());
        var features = IntStream.range(0, Limits.FEATURES)
                .mapToObj(number -> feature("f" + number, ""))
                .collect(Collectors.joining(",", "[", "]"));

        var imported = theirs.take(full.environment(), "SKIP", features).ok();
        var refused = theirs.take(full.environment(), "SKIP", "[" + feature("one_more", "") + "]");

        assertThat(imported.get("status").asString()).isEqualTo("SUCCESS");
        assertThat(full.ana().get(full.features()).ok().get("count").asInt()).isEqualTo(Limits.FEATURES);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .isEqualTo("{\"project\":\"The Project has reached the maximum allowed features limit.\"}");
        theirs.take(full.environment(), "SKIP", features).ok();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                     | {"environment_id":["This field is required."],"tag_ids":["This field is required."]}
            {"environment_id":"x","tag_ids":7}     | {"environment_id":["A valid integer is required."],"tag_ids":["Expected a list of items but got type \\"int\\"."]}
            {"environment_id":1,"tag_ids":["red"]} | {"tag_ids":{"0":["A valid integer is required."]}}
            """)
    void anInvalidExportIsRejected(String body, String problem) {
        var answer = shop.ana().send("POST", "features/create-feature-export/", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEqualTo(problem);
    }

    @Test
    void onlyAdminsExportAndImport() {
        int export = transfer.export(shop.environment()).ok().get("id").asInt();
        var member = Member.viewing(SERVER, shop);
        for (var caller : List.of(member, SERVER.api().newUser())) {
            var theirs = new Transfer(caller);
            assertThat(List.of(
                            theirs.export(shop.environment()),
                            theirs.take(shop.environment(), "SKIP", "[]"),
                            caller.get(Transfer.download(export)),
                            theirs.export(999_999),
                            theirs.take(999_999, "SKIP", "[]")))
                    .extracting(Api.Answer::status)
                    .containsOnly(403);
            assertThat(caller.get(Transfer.download(999_999)).text())
                    .isEqualTo("{\"detail\":\"No FeatureExport matches the given query.\"}");
        }
        assertThat(SERVER.api().get(Transfer.download(export)).status()).isEqualTo(401);
        for (var list : List.of("feature-exports/", "feature-imports/")) {
            var path = "projects/" + shop.project() + "/" + list;
            assertThat(member.get(path).ok().get("count").asInt()).isZero();
            assertThat(SERVER.api().newUser().get(path).status()).isEqualTo(403);
            assertThat(shop.ana().get("projects/999999/" + list).status()).isEqualTo(404);
        }
        assertThat(shop.ana().get("features/download-flagsmith-on-flagsmith/").status())
                .isEqualTo(404);
    }

    @Test
    void exportsAndImportsOfADeletedEnvironmentAreGone() {
        var gone = Shop.in(SERVER);
        var theirs = new Transfer(gone.ana());
        int export = theirs.export(gone.environment()).ok().get("id").asInt();
        theirs.take(gone.environment(), "SKIP", "[]").ok();

        assertThat(gone.ana().delete("environments/" + gone.key() + "/").status())
                .isEqualTo(204);

        assertThat(gone.ana().get(Transfer.download(export)).status()).isEqualTo(404);
        assertThat(theirs.export(gone.environment()).status()).isEqualTo(403);
        assertThat(theirs.take(gone.environment(), "SKIP", "[]").status()).isEqualTo(403);
        for (var list : List.of("feature-exports/", "feature-imports/")) {
            var listed = gone.ana().get("projects/" + gone.project() + "/" + list);
            assertThat(listed.ok().get("count").asInt()).isZero();
        }
        assertThat(gone.ana().delete("projects/" + gone.project() + "/").status())
                .isEqualTo(204);
        assertThat(gone.ana()
                        .get("projects/" + gone.project() + "/feature-exports/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void changesBeforeAFailureRemain() {
        var busy = Shop.in(SERVER);
        SERVER.part(JdbcClient.class)
                .sql(
                        "insert into ledger.claimed_name (kind, owner, scope, digest) values ('FEATURE_NAME', '-', :scope, :name)")
                .param("scope", Integer.toString(busy.project()))
                .param("name", SERVER.part(KeyedDigest.class).of("second"))
                .update();
        var file = "[" + feature("first", "") + "," + feature("second", "") + "," + feature("third", "") + "]";

        var answer = new Transfer(busy.ana()).take(busy.environment(), "SKIP", file);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().get("status").asString()).isEqualTo("FAILED");
        assertThat(status(busy)).isEqualTo("FAILED");
        var features = busy.ana().get(busy.features()).ok().get("results");
        assertThat(features).hasSize(1);
        assertThat(features.get(0).get("name").asString()).isEqualTo("first");
    }

    @Test
    void anInterruptedImportBlocksOthersForTenMinutes() {
        var stuck = Shop.in(SERVER);
        var theirs = new Transfer(stuck.ana());
        theirs.take(stuck.environment(), "SKIP", "[]").ok();
        change(stuck, "status = 'PROCESSING'");

        var refused = theirs.take(stuck.environment(), "SKIP", "[]");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo("[\"Can't import features, since already processing a feature import.\"]");
        assertThat(status(stuck)).isEqualTo("PROCESSING");
        change(stuck, "created_at = now() - interval '11 minutes'");
        assertThat(status(stuck)).isEqualTo("FAILED");
        assertThat(theirs.take(stuck.environment(), "SKIP", "[]").status()).isEqualTo(201);
    }

    @Test
    void exportsAndImportsAreDeletedAfterFourteenDays() {
        var old = Shop.in(SERVER);
        var theirs = new Transfer(old.ana());
        int export = theirs.export(old.environment()).ok().get("id").asInt();
        theirs.take(old.environment(), "SKIP", "[]").ok();
        change(old, "created_at = now() - interval '15 days'");

        assertThat(old.ana().get(Transfer.download(export)).status()).isEqualTo(404);
        for (var list : List.of("feature-exports/", "feature-imports/")) {
            var listed = old.ana().get("projects/" + old.project() + "/" + list);
            assertThat(listed.ok().get("count").asInt()).isZero();
        }
        SERVER.part(Retention.class).prune();
        var rows = SERVER.part(JdbcClient.class)
                .sql("select count(*) from installation.feature_export where id = :id")
                .param("id", export);
        assertThat(rows.query(Integer.class).single()).as("not even kept").isZero();
    }

    private static void change(Shop of, String change) {
        var jdbc = SERVER.part(JdbcClient.class);
        var where = " where environment_id = " + of.environment();
        jdbc.sql("update installation.feature_import set " + change + where).update();
        if (!change.startsWith("status")) {
            jdbc.sql("update installation.feature_export set " + change + where).update();
        }
    }

    private static String status(Shop of) {
        var listed =
                of.ana().get("projects/" + of.project() + "/feature-imports/").ok();
        return listed.get("results").get(0).get("status").asString();
    }

    private static int imports() {
        return shop.ana()
                .get("projects/" + shop.project() + "/feature-imports/")
                .ok()
                .get("count")
                .asInt();
    }

    private static long position() {
        var headers = shop.ana().get("organisations/").http().headers();
        return headers.firstValueAsLong("Flagledger-Position").orElseThrow();
    }
}
