package dev.flagledger.ledger.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.proof.TestTree;
import dev.flagledger.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of an imported log, on real databases. */
class DatabaseImportTest {

    private final TestTree tree = new TestTree("flags.example");
    private final TestDatabase target = TestDatabase.fresh().migrated();
    private final JdbcClient jdbc = JdbcClient.create(target.dataSource());

    @BeforeEach
    void grow() {
        tree.log()
                .jdbc()
                .sql("insert into ledger.ended (thing) values ('user:9999')")
                .update();
        // This module has no sequences of ids; those of a whole server are in this schema.
        for (var database : List.of(tree.log().jdbc(), jdbc)) {
            database.sql("create schema if not exists installation; create sequence if not exists installation.user_id")
                    .update();
        }
        tree.log()
                .jdbc()
                .sql("select nextval('installation.user_id')")
                .query(Long.class)
                .single();
        tree.grow(1_200);
    }

    @AfterEach
    void close() {
        tree.close();
    }

    @Test
    void everyRowIsAsItWas() throws Exception {
        assertThat(imported(extract())).isEqualTo(1_200);

        var rows = "select event::text from ledger.event order by position";
        assertThat(jdbc.sql(rows).query(String.class).list())
                .isEqualTo(tree.log().jdbc().sql(rows).query(String.class).list());
        for (var table : List.of("installation_secret", "installation_key", "subject_key", "claimed_name", "ended")) {
            var state = "select row::text from ledger." + table + " as row order by 1";
            assertThat(jdbc.sql(state).query(String.class).list())
                    .as(table)
                    .isEqualTo(tree.log().jdbc().sql(state).query(String.class).list());
        }
        assertThat(jdbc.sql("select nextval('installation.user_id')")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(new ImportedLog(jdbc).position()).isEqualTo(1_200);
    }

    @Test
    void aLogThatWasNotImportedHasNoSuchPosition() {
        assertThat(new ImportedLog(jdbc).position()).isEqualTo(EventLog.BEGINNING);
    }

    @Test
    void whatIsNotSignedYetIsNotExtractedWithKeys() {
        tree.append(1);

        assertThatThrownBy(this::extract).hasMessageContaining("not signed yet");
    }

    @Test
    void anImportThatFailsLeavesNothing() throws Exception {
        var extract = extract();

        assertThatThrownBy(() -> imported(extract + "{\"state\":\"unknown\",\"row\":{}}\n"))
                .hasMessageContaining("unknown kind");
        assertThatThrownBy(() -> imported(extract + "{\"state\":\"ended\"}\n")).hasMessageContaining("not in its form");
        for (var name : List.of("ledger.position", "public.x", "installation.x; drop", "user_id", "installation.")) {
            var sequence = "{\"state\":\"sequence\",\"row\":{\"name\":\"" + name + "\",\"last\":7}}\n";
            assertThatThrownBy(() -> imported(extract + sequence)).hasMessageContaining("not one of ids: " + name);
        }
        assertThatThrownBy(() -> imported(extract + "x\n")).hasMessageContaining("has no entry");
        assertThatThrownBy(() -> imported("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> imported(extract.replaceFirst("\"organisation\":null", "\"organisation\":1")))
                .hasMessageContaining("all events");

        assertThat(jdbc.sql("select count(*) from ledger.event")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(imported(extract)).isEqualTo(1_200);
        assertThatThrownBy(() -> imported(extract)).hasMessageContaining("used before");
    }

    private String extract() throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        try (var database = tree.log().dataSource().getConnection()) {
            new DatabaseExtract(database).writeWithKeys(out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private long imported(String extract) throws SQLException, IOException {
        try (var database = target.dataSource().getConnection()) {
            return new DatabaseImport(database)
                    .read(new ByteArrayInputStream(extract.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
