package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.ledger.proof.SignedHead;
import dev.flagledger.testing.Receiver;
import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation whose log moves into an empty database by an extract. */
class ImportIT {

    private final Path extract;

    ImportIT(@TempDir Path directory) {
        this.extract = directory.resolve("extract.ndjson");
    }

    @Test
    void anImportedLogHasTheSameRootAndServesTheSame() {
        try (var source = TestServer.start();
                var receiver = Receiver.answering(200)) {
            var shop = Shop.in(source);
            shop.ana().post(shop.webhooks(), Map.of("url", receiver.url())).ok();
            int feature = fill(shop);
            receiver.next();
            var then = shop.ana().get(shop.stateOf(feature)).http().headers();
            long position = then.firstValueAsLong("Flagledger-Position").orElseThrow();
            shop.ana().patch(shop.stateOf(feature), Map.of("enabled", false)).ok();
            report(shop);
            var backend = shop.backend();
            export(source);
            var database = TestDatabase.fresh();

            var run = CommandRun.of("import", "--file", extract.toString(), "--database", database.url());

            assertThat(run.text()).startsWith("Imported ");
            assertThat(run.exitCode()).isZero();
            copySecrets(source, database);
            try (var target = TestServer.on(database)) {
                var head = source.part(LogTree.class).head().orElseThrow();
                await().until(() ->
                        target.part(LogTree.class).head().orElseThrow().size() == head.size());
                assertThat(target.part(LogTree.class).tree(head.size()).root()).isEqualTo(head.root());
                toldTheSame(shop, new Api(target.address(), shop.ana().headers()), position);
                var there = new Api(target.address(), backend.headers());
                assertThat(there.get("environment-document/").text())
                        .isEqualTo(backend.get("environment-document/").text())
                        .contains("basket_v2");
                for (var path :
                        List.of("flags/", "flags/?as_of=" + position, "environment-document/?as_of=" + position)) {
                    assertThat(there.get(path).text())
                            .as(path)
                            .isEqualTo(backend.get(path).text());
                }
                reportedTheSame(shop, new Api(target.address(), shop.ana().headers()), target.address());
                goesOn(shop, new Api(target.address(), shop.ana().headers()), feature);
                assertThat(deliveries(target)).isEqualTo(0);
            }
        }
    }

    /** A feature with a segment override and an override for an identity. */
    private static int fill(Shop shop) {
        int feature = shop.feature(Map.of("name", "basket_v2", "initial_value", "blue"));
        shop.ana().patch(shop.stateOf(feature), Map.of("enabled", true)).ok();
        shop.segment("beta", "plan", "pro");
        var identities = "environments/" + shop.key() + "/identities/";
        int identity = shop.ana()
                .post(identities, Map.of("identifier", "user-88"))
                .ok()
                .get("id")
                .asInt();
        shop.ana()
                .post(
                        identities + identity + "/featurestates/",
                        Map.of("feature", feature, "enabled", false, "feature_state_value", "red"))
                .ok();
        return feature;
    }

    /** What an application tells of identities, and changes. */
    private static void report(Shop shop) {
        for (var plan : List.of("free", "pro")) {
            for (var identifier : List.of("user-88", "user-89")) {
                var traits = List.of(Map.of("trait_key", "plan", "trait_value", plan));
                shop.application()
                        .post("identities/", Map.of("identifier", identifier, "traits", traits))
                        .ok();
            }
        }
    }

    /** Identities with their traits, flags and history, as applications and the team see them. */
    private static void reportedTheSame(Shop shop, Api team, URI address) {
        var application = new Api(address, shop.application().headers());
        for (var identifier : List.of("user-88", "user-89")) {
            var path = "identities/?identifier=" + identifier;
            assertThat(application.get(path).text())
                    .isEqualTo(shop.application().get(path).text())
                    .contains("pro", "basket_v2");
        }
        var identities = "environments/" + shop.key() + "/identities/";
        var listed = shop.ana().get(identities).ok();
        assertThat(listed.get("results")).hasSize(2);
        assertThat(team.get(identities).ok()).isEqualTo(listed);
        listed.get("results").forEach(identity -> {
            var history = identities + identity.get("id").asInt() + "/history/";
            assertThat(team.get(history).text())
                    .isEqualTo(shop.ana().get(history).text())
                    .contains("traits.plan");
        });
    }

    /** Earlier states, events and lines of the audit log, whose texts differ in the server's address alone. */
    private static void toldTheSame(Shop shop, Api there, long position) {
        var environment = "environments/" + shop.key() + "/";
        var organisation = "organisations/" + shop.organisation() + "/";
        for (var path : List.of(
                environment + "featurestates/?as_of=" + position,
                environment + "document/?as_of=" + position,
                shop.features() + "?as_of=" + position,
                shop.events() + "?after=0",
                organisation + "events/?after=0",
                shop.audit(),
                organisation + "audit/")) {
            var here = shop.ana().get(path);
            here.ok();
            assertThat(there.get(path)
                            .text()
                            .replace(
                                    there.server().toString(),
                                    shop.ana().server().toString()))
                    .as(path)
                    .isEqualTo(here.text());
        }
        var flags = there.get(environment + "featurestates/?as_of=" + position).ok();
        assertThat(flags.get("results").get(0).get("enabled").asBoolean()).isTrue();
    }

    /** Names are taken, ids are drawn further on, names of people are readable, and the log grows. */
    private static void goesOn(Shop shop, Api ana, int feature) {
        assertThat(ana.get("auth/users/me/").ok().get("first_name").asString()).isEqualTo("Ana");
        assertThat(ana.post(shop.features(), Map.of("name", "basket_v2")).status())
                .isEqualTo(400);
        int later = ana.post(shop.features(), Map.of("name", "checkout"))
                .ok()
                .get("id")
                .asInt();
        assertThat(later).isGreaterThan(feature);
        assertThat(ana.get(shop.audit()).ok().get("results").get(0).get("log").asString())
                .contains("checkout");
    }

    @Test
    void onlyAnExtractWithKeysIsImportedAndOnlyIntoAnEmptyDatabase() throws IOException {
        try (var source = TestServer.start()) {
            Shop.in(source);
            export(source);
            var database = TestDatabase.fresh();
            assertThat(imported(source.part(Environment.class).getRequiredProperty("spring.datasource.url")))
                    .matches(run -> run.exitCode() == 2)
                    .matches(run -> run.text().contains("used before"));

            var lines = Files.readAllLines(extract);
            Files.write(
                    extract,
                    lines.stream().filter(line -> !line.contains("\"state\"")).toList());
            assertThat(imported(database.url()).text()).contains("has no keys");

            Files.write(
                    extract,
                    lines.stream()
                            .map(line ->
                                    line.replace("Ana's", "Eve's").replace("\"kind\":\"USER\"", "\"kind\":\"SYSTEM\""))
                            .toList());
            assertThat(imported(database.url()))
                    .matches(run -> run.exitCode() == 1)
                    .matches(run -> run.text().contains("Nothing was imported. First bad entry: position "));

            Files.write(extract, lines);
            assertThat(imported(database.url()).exitCode()).isZero();
            assertThat(imported(database.url()).exitCode()).isEqualTo(2);
        }
    }

    private CommandRun imported(String url) {
        return CommandRun.of("import", "--file", extract.toString(), "--database", url);
    }

    private void export(TestServer server) {
        await().until(() ->
                server.part(LogTree.class).head().map(SignedHead::size).orElse(0L)
                        == server.part(EventLog.class).head());
        var url = server.part(Environment.class).getRequiredProperty("spring.datasource.url");
        var run = CommandRun.of("export", "--keys", "--database", url, "--out", extract.toString());
        assertThat(run.exitCode()).as(run.text()).isZero();
        assertThat(CommandRun.of("verify", "--file", extract.toString()).exitCode())
                .isZero();
    }

    /** What the documentation has the operator copy: the secrets beside the log. */
    private static void copySecrets(TestServer source, TestDatabase database) {
        var from = source.part(JdbcClient.class);
        var to = JdbcClient.create(database.dataSource());
        for (var table : List.of("account", "server_key", "webhook_secret", "api_key")) {
            from.sql("select row_to_json(copied)::text from access." + table + " as copied")
                    .query(String.class)
                    .list()
                    .forEach(row -> to.sql("insert into access." + table + " select (json_populate_record(null::access."
                                    + table + ", :row::json)).*")
                            .param("row", row)
                            .update());
        }
    }

    /** The number of payloads for changes that were imported. */
    private static long deliveries(TestServer server) {
        return server.part(JdbcClient.class)
                .sql(
                        "select count(*) from webhook.webhook_delivery where position <= (select position from ledger.imported)")
                .query(Long.class)
                .single();
    }
}
