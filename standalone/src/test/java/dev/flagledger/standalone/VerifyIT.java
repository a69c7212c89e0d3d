package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.proof.LogTree;
import dev.flagledger.ledger.proof.SignedHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** The commands {@code verify} and {@code export}, on a running server, its database, and extracts. */
class VerifyIT {

    private static TestServer server;
    private static Shop shop;

    private final Path directory;

    VerifyIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of("flagledger.log.origin", "flags.example/log"));
        shop = Shop.in(server);
        Shop.in(server);
        change();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aDatabaseInUseIsVerified() {
        var run = database("verify");

        assertThat(run.text()).startsWith("Checkpoint: flags.example/log, ").contains("\nIntact: ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aServerIsVerifiedThroughItsApi() {
        var run = server("verify", "--project", Integer.toString(shop.project()));

        assertThat(run.text()).startsWith("Checkpoint: flags.example/log, ").contains("\nIntact: ");
        assertThat(run.exitCode()).isZero();
        assertThat(server("verify").text()).contains("Intact: 0 entries");
    }

    @Test
    void aSavedCheckpointIsContinued() throws IOException {
        var saved = directory.resolve("checkpoint").toString();
        assertThat(database("verify", "--save", saved).exitCode()).isZero();
        assertThat(Files.readString(Path.of(saved))).startsWith("flags.example/log\n");
        change();

        assertThat(database("verify", "--since", saved).exitCode()).isZero();
        assertThat(server("verify", "--since", saved, "--save", saved).exitCode())
                .isZero();
        assertThat(server("verify", "--since", saved, "--key", key()).exitCode())
                .isZero();
    }

    @Test
    void aCheckpointOfAnotherLogIsNotContinued() throws IOException {
        var saved = directory.resolve("checkpoint");
        database("verify", "--save", saved.toString());
        Files.writeString(saved, Files.readString(saved).replaceFirst("\n[0-9]+\n", "\n1\n"));

        for (var run : List.of(
                database("verify", "--since", saved.toString()), server("verify", "--since", saved.toString()))) {
            assertThat(run.text()).contains("The signature of the note is not valid");
            assertThat(run.exitCode()).isEqualTo(1);
        }
        var other = key().replace("flags.example/log+", "PeterNeumann+")
                .replaceFirst("\\+.*", "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(database("verify", "--key", other).exitCode()).isEqualTo(1);
        assertThat(server("verify", "--key", other).exitCode()).isEqualTo(1);
    }

    @Test
    void anExtractOfADatabaseIsVerifiedWithoutIt() throws IOException {
        var file = directory.resolve("all.ndjson");
        assertThat(database("export", "--out", file.toString()).text()).startsWith("Wrote ");

        var intact = CommandRun.of("verify", "--file", file.toString(), "--key", key());
        assertThat(intact.text()).contains("Intact: " + events(file) + " entries");
        assertThat(intact.exitCode()).isZero();

        Files.writeString(file, Files.readString(file).replace("basket_v2", "basket_v3"));
        var changed = CommandRun.of("verify", "--file", file.toString());
        assertThat(changed.text())
                .containsPattern("First bad entry: position [0-9]+: the entry is not the one that was signed");
        assertThat(changed.exitCode()).isEqualTo(1);
    }

    @Test
    void extractsOfServerAndDatabaseAreTheSame() throws IOException {
        settle();
        var project = Integer.toString(shop.project());
        var own = directory.resolve("server.ndjson");
        var direct = directory.resolve("database.ndjson");

        // That of the server is recorded, and has what was before.
        assertThat(database("export", "--project", project, "--out", direct.toString())
                        .exitCode())
                .isZero();
        assertThat(server("export", "--project", project, "--out", own.toString())
                        .exitCode())
                .isZero();

        assertThat(Files.readString(own)).isEqualTo(Files.readString(direct)).contains("basket_v2");
        assertThat(CommandRun.of("verify", "--file", own.toString()).exitCode()).isZero();
        var organisation = directory.resolve("organisation.ndjson");
        server("export", "--organisation", Integer.toString(shop.organisation()), "--out", organisation.toString());
        assertThat(events(organisation)).isGreaterThan(events(own));
    }

    @Test
    void aFilteredExtractProvesWhatItHas() throws IOException {
        settle();
        var own = directory.resolve("server.ndjson");
        var direct = directory.resolve("database.ndjson");
        var filter = List.of("--action", "create", "--actor", "user", "--until", "2100-01-01T00:00:00Z");

        for (var extract : List.of(direct, own)) {
            var options = new ArrayList<>(filter);
            options.addAll(List.of("--project", Integer.toString(shop.project()), "--out", extract.toString()));
            var more = options.toArray(String[]::new);
            var run = extract.equals(own) ? server("export", more) : database("export", more);
            assertThat(run.exitCode()).as(run.text()).isZero();
        }

        assertThat(Files.readString(own))
                .isEqualTo(Files.readString(direct))
                .contains("\"actor_kind\":\"USER\"", "\"type\":\"feature.created\"")
                .doesNotContain("\"type\":\"export.events-exported\"");
        assertThat(CommandRun.of("verify", "--file", own.toString()).text())
                .contains("Intact: " + events(own) + " entries");
        Files.writeString(own, Files.readString(own).replace("basket_v2", "basket_v3"));
        assertThat(CommandRun.of("verify", "--file", own.toString()).exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--feature=FEATURE", "--search=Black FRIDAY", "--feature=FEATURE --search=black"})
    void extractsByWhatOnlyRowsKnowAreTheSame(String options) throws IOException {
        int feature = shop.feature(Map.of("name", "noted_" + System.nanoTime()));
        shop.ana().with("Flagledger-Note", "Black%20Friday").patch(shop.stateOf(feature), Map.of("enabled", true));
        settle();
        var files = List.of(directory.resolve("database.ndjson"), directory.resolve("server.ndjson"));
        var filter = options.replace("FEATURE", Integer.toString(feature)).split(" (?=--)");

        for (var file : files) {
            var all = Stream.concat(
                            Stream.of(filter),
                            Stream.of("--project", Integer.toString(shop.project()), "--out", file.toString()))
                    .toArray(String[]::new);
            var run = file.endsWith("server.ndjson") ? server("export", all) : database("export", all);
            assertThat(run.exitCode()).as(run.text()).isZero();
        }

        assertThat(Files.readString(files.getLast()))
                .isEqualTo(Files.readString(files.getFirst()))
                .contains("\"filter\":{\"" + filter[0].replaceFirst("--(.*)=(.*)", "$1\":\"$2\""))
                .contains("\"type\":\"flag.state-updated\"")
                .doesNotContain("\"type\":\"project.created\"");
        assertThat(CommandRun.of("verify", "--file", files.getLast().toString()).text())
                .contains("Intact: " + events(files.getLast()) + " entries");
    }

    @Test
    void aFilterThatIsNoneIsRefused() {
        var out = directory.resolve("none.ndjson").toString();

        assertThat(Stream.of(
                        database("export", "--actor", "ana", "--out", out),
                        database("export", "--action", "move", "--out", out),
                        database("export", "--from", "yesterday", "--out", out),
                        database("export", "--feature", "basket_v2", "--out", out),
                        database("export", "--search", "ab", "--out", out),
                        database("export", "--keys", "--feature", "7", "--out", out),
                        database("export", "--keys", "--environment", "5", "--out", out)))
                .allMatch(run -> run.exitCode() == 2 && !run.text().isBlank());
    }

    @Test
    void anOptionThatWouldHaveNoEffectIsRefused() throws IOException {
        var part = directory.resolve("part.ndjson").toString();
        var saved = directory.resolve("checkpoint").toString();
        var project = Integer.toString(shop.project());
        server("export", "--project", project, "--out", part);
        database("verify", "--save", saved);

        assertThat(CommandRun.of("verify", "--file", part, "--since", saved))
                .matches(run -> run.exitCode() == 2)
                .matches(run -> run.text().contains("Only an extract of all events"));
        assertThat(Stream.of(database("verify", "--project", project), database("verify", "--organisation", "1")))
                .allMatch(run -> run.exitCode() == 2 && run.text().contains("are for a server"));
        assertThat(Stream.of(
                        CommandRun.of("verify", "--file", part, "--project", project),
                        CommandRun.of("verify", "--file", part, "--organisation", "1"),
                        server("verify", "--file", part)))
                .allMatch(run -> run.exitCode() == 2 && run.text().contains("verified as it is"));
    }

    @Test
    void whatCannotBeReadIsNeitherIntactNorChanged() throws IOException {
        var file = directory.resolve("none").toString();
        var text = Files.writeString(directory.resolve("text"), "x").toString();

        assertThat(Stream.of(
                        CommandRun.of("verify", "--file", file),
                        CommandRun.of("verify", "--file", text),
                        CommandRun.of("verify", "--data", directory.toString()),
                        CommandRun.of("verify", "--database", "x"),
                        CommandRun.of("verify", "--database", "jdbc:postgresql://127.0.0.1:9/x"),
                        CommandRun.of("verify", "--server", "http://127.0.0.1:9"),
                        CommandRun.of("verify", "--server", server.address().toString(), "--token", "x"),
                        CommandRun.of("verify", "--no-such-option"),
                        database("verify", "--key", "x"),
                        database("verify", "--since", file),
                        server("export", "--out", text),
                        CommandRun.of("export")))
                .allMatch(run -> run.exitCode() == 2 && !run.text().isBlank());
    }

    private static void change() {
        shop.feature(Map.of("name", "basket_v2_" + System.nanoTime()));
        settle();
    }

    /** Waits until all is signed. */
    private static void settle() {
        await().until(() ->
                server.part(LogTree.class).head().map(SignedHead::size).orElse(0L)
                        == server.part(EventLog.class).head());
    }

    private static String key() {
        return server.part(LogTree.class).key().toString();
    }

    private static long events(Path extract) throws IOException {
        try (var lines = Files.lines(extract)) {
            return lines.filter(line -> line.startsWith("{\"position\":")).count();
        }
    }

    private static CommandRun database(String command, String... more) {
        var url = server.part(Environment.class).getRequiredProperty("spring.datasource.url");
        return run(command, List.of("--database", url), more);
    }

    private static CommandRun server(String command, String... more) {
        var token = shop.ana().headers().get("Authorization");
        return run(command, List.of("--server", server.address().toString(), "--token", String.valueOf(token)), more);
    }

    private static CommandRun run(String command, List<String> source, String... more) {
        return CommandRun.of(Stream.of(List.of(command), source, List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }
}
