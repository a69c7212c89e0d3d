package dev.flagledger.ledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.log.entry.Entry;
import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.ledger.log.store.StoredEvent;
import dev.flagledger.ledger.proof.TestTree;
import dev.flagledger.ledger.proof.note.SigningPair;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.verify.Verification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Extracts of a real database, and what is done to them. */
class ExtractTest {

    private static TestTree tree;

    @BeforeAll
    static void grow() throws SQLException {
        tree = new TestTree("flags.example");
        tree.grow(300);
        tree.append(5);
        try (var database = tree.log().dataSource().getConnection()) {
            database.createStatement()
                    .execute(
                            "set session_replication_role = replica;"
                                    + " update ledger.event set organisation_id = 3, project_id = position % 2, environment_id = position where position % 10 = 0");
        }
    }

    @AfterAll
    static void close() {
        tree.close();
    }

    @Test
    void anExtractOfAllHasTheSignedEvents() throws Exception {
        var lines = extract(null, null);

        assertThat(lines).hasSize(1 + 2 + 300);
        var verified = verify(lines);
        assertThat(verified.fault()).isEmpty();
        assertThat(verified.events()).isEqualTo(300);
        assertThat(verified.note()).isEqualTo(tree.head().note());
    }

    @Test
    void anExtractOfAPartProvesEachEvent() throws Exception {
        var lines = extract(3, null);

        assertThat(lines).hasSize(1 + 30);
        assertThat(verify(lines).fault()).isEmpty();
        assertThat(ExtractLine.parse(bytes(lines.get(1))).proof()).hasSize(9);
        assertThat(extract(3, 0)).isEqualTo(replacedHeader(lines, extract(3, 0).getFirst()));
        assertThat(extract(null, 1)).hasSize(1);
    }

    @Test
    void aFilteredExtractProvesEachEvent() throws Exception {
        var lines = extract(StoredFilter.ALL.environment(50));

        assertThat(lines).hasSize(1 + 1);
        assertThat(lines.getFirst()).contains("\"filter\":{\"environment\":\"50\"}");
        assertThat(verify(lines).fault()).isEmpty();
        assertThat(fault(changed(lines, 1, "\"userId\":49", "\"userId\":50")))
                .startsWith("position 50: the entry is not");
    }

    @Test
    void aReadModelNamesTheEventsOnceItHasAllThatAreSigned() throws Exception {
        var filter = StoredFilter.ALL
                .environment(50)
                .in("some", "tens", "select cast(? as bigint) * ten from generate_series(0, 9) as ten", 10, 10);
        var jdbc = tree.log().jdbc();

        assertThatThrownBy(() -> extract(filter)).hasMessageContaining("'some'");
        jdbc.sql("insert into ledger.projection (name, beside, version, position)"
                        + " values ('some', false, 1, 299), ('some', true, 2, 300)")
                .update();
        assertThatThrownBy(() -> extract(filter))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lacks the newest events");
        jdbc.sql("update ledger.projection set position = 300 where name = 'some'")
                .update();

        var lines = extract(filter);
        assertThat(lines).hasSize(1 + 1);
        assertThat(lines.getFirst()).contains("\"filter\":{\"environment\":\"50\",\"tens\":\"10\"}");
        assertThat(verify(lines).fault()).isEmpty();
    }

    private static List<String> replacedHeader(List<String> lines, String header) {
        var others = new ArrayList<>(lines);
        others.set(0, header);
        return others;
    }

    @Test
    void changesOfAnExtractOfAllAreReportedWithTheirPlace() throws Exception {
        var lines = extract(null, null);
        int line57 = 2 + 57;

        assertThat(fault(changed(lines, line57, "\"userId\":56", "\"userId\":57")))
                .startsWith("position 57: the entry is not");
        assertThat(fault(without(lines, line57))).isEqualTo("position 57: the event is missing");
        assertThat(fault(without(lines, lines.size() - 1))).isEqualTo("position 300: the event is missing");
        assertThat(fault(swapped(lines, line57))).startsWith("position 57: the event is missing");
        assertThat(fault(without(lines, 1))).contains("not those of the checkpoint");
        assertThat(fault(changed(lines, 0, "\\\\n300\\\\n", "\\\\n299\\\\n"))).contains("not valid");
    }

    @Test
    void noEventHidesBehindTheState() throws Exception {
        var lines = extract(null, null);
        var last = lines.getLast();
        var states = List.of("{\"state\":\"ended\",\"row\":{\"thing\":\"user:7\"}}", "{\"state\":\"x\",\"row\":{}}");
        assertThat(verify(with(lines, states)).fault()).isEmpty();

        var added = with(with(lines, states), List.of(last.replace("\"position\":300", "\"position\":301")));
        assertThat(fault(added)).isEqualTo("position 301: the event is not in the tree of the checkpoint");
        assertThat(fault(with(added, states))).startsWith("position 301: the event is not in the tree");
        assertThat(fault(with(without(lines, lines.size() - 1), List.of(states.getFirst(), last))))
                .isEqualTo("position 300: the event is missing");
    }

    private static List<String> with(List<String> lines, List<String> more) {
        return Stream.concat(lines.stream(), more.stream()).toList();
    }

    @Test
    void changesOfAnExtractOfAPartAreReportedWithTheirPlace() throws Exception {
        var lines = extract(3, null);

        assertThat(fault(changed(lines, 2, "\"userId\":19", "\"userId\":18")))
                .startsWith("position 20: the entry is not");
        assertThat(fault(changed(lines, 2, "\"position\":20", "\"position\":21")))
                .startsWith("position 21");
        assertThat(fault(swapped(lines, 2))).startsWith("position 20");
        assertThat(verify(without(lines, 2)).fault())
                .as("a part is never known to be complete")
                .isEmpty();
    }

    @Test
    void theKeyAndAnEarlierCheckpointAreTheAuditorsOwn() throws Exception {
        var lines = extract(null, null);
        var other = VerifierKey.of("flags.example", SigningPair.generate().publicKey());

        assertThat(verify(lines, tree.signer().verifier(), tree.head().note()).fault())
                .isEmpty();
        assertThat(verify(lines, other, null).fault().orElseThrow().toString()).contains("not signed by");
        assertThat(verify(lines, null, "no note").fault().orElseThrow().toString())
                .contains("not a signed note");
        var later =
                tree.signer().sign("flags.example\n301\n" + Hash.EMPTY + "\n").toString();
        assertThat(verify(lines, null, later).fault().orElseThrow().toString()).contains("position 301");
        var earlier =
                tree.signer().sign("flags.example\n7\n" + Hash.EMPTY + "\n").toString();
        assertThat(verify(lines, null, earlier).fault().orElseThrow().toString())
                .contains("first 7 events");
    }

    @Test
    void aRenamedLogIsTheSame() throws Exception {
        var earlier = tree.signer("earlier.example");
        var kept = earlier.sign("earlier.example\n300\n" + tree.head().root() + "\n")
                .toString();

        assertThat(verify(extract(null, null), earlier.verifier(), kept).fault())
                .isEmpty();
        assertThat(verify(extract(3, null), earlier.verifier(), null).fault()).isEmpty();
    }

    @Test
    void aPartIsNotComparedWithAnEarlierCheckpoint() {
        assertThatThrownBy(() -> verify(extract(3, null), null, tree.head().note()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all events");
    }

    @Test
    void otherFilesAreNoExtracts() {
        for (var text : List.of("", "x", "{}", "{\"flagledger\":\"extract/2\"}", "{\"flagledger\":\"extract/1\"}")) {
            assertThatThrownBy(() -> verify(List.of(text))).as(text).isInstanceOf(IllegalArgumentException.class);
        }
        for (var line :
                List.of("{}", "{\"position\":1,\"entry\":{}", "{\"position\":1,\"entry\":{}}", "{,\"entry\":{}}")) {
            assertThatThrownBy(() -> ExtractLine.parse(bytes(line)))
                    .as(line)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ExtractTile.parse(bytes("{\"tile\":"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBytesOfAnEntryAreKept() {
        var entry = new Entry(bytes("{ \"entry\" : \"\u00e4\\u00e4\",\"entry\":1}"));
        var scope = new EventScope(1, null, 7, "a \",\"entry\":\" b");
        var line = new ExtractLine(new StoredEvent(12, scope, entry), List.of(Hash.EMPTY));

        assertThat(ExtractLine.parse(line.bytes())).isEqualTo(line);
    }

    private static List<String> extract(@Nullable Integer organisation, @Nullable Integer project)
            throws SQLException, IOException {
        return extract(StoredFilter.ALL.organisation(organisation).project(project));
    }

    private static List<String> extract(StoredFilter filter) throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        try (var database = tree.log().dataSource().getConnection()) {
            new DatabaseExtract(database).write(out, filter);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Verification verify(List<String> lines) throws IOException {
        return verify(lines, null, null);
    }

    private static Verification verify(List<String> lines, @Nullable VerifierKey key, @Nullable String kept)
            throws IOException {
        return new ExtractVerifier(key, kept).verify(new ByteArrayInputStream(bytes(String.join("\n", lines))));
    }

    private static String fault(List<String> lines) throws IOException {
        return verify(lines).fault().orElseThrow().toString();
    }

    private static List<String> changed(List<String> lines, int line, String from, String to) {
        var changed = new ArrayList<>(lines);
        changed.set(line, lines.get(line).replaceFirst(from, to));
        assertThat(changed).isNotEqualTo(lines);
        return changed;
    }

    private static List<String> without(List<String> lines, int line) {
        var shorter = new ArrayList<>(lines);
        shorter.remove(line);
        return shorter;
    }

    private static List<String> swapped(List<String> lines, int line) {
        var swapped = new ArrayList<>(lines);
        swapped.set(line, lines.get(line + 1));
        swapped.set(line + 1, lines.get(line));
        return swapped;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
