package dev.flagledger.ledger.proof.verify.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.proof.TestTree;
import dev.flagledger.ledger.proof.note.SigningPair;
import dev.flagledger.ledger.proof.note.TreeHead;
import dev.flagledger.ledger.proof.note.VerifierKey;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.verify.Verification;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the tables is detected, by somebody who writes to the database without its triggers. */
class DatabaseVerifierTest {

    private static final String LEAF = "sha256('\\x00'::bytea || entry)";
    private static final String FORGE = "entry = set_byte(entry, 20, get_byte(entry, 20) # 1)";

    private static final int ROUNDS = 5;

    private static final List<String> TABLES = List.of("event", "tile", "tree_head");

    private static TestTree tree;

    @BeforeAll
    static void grow() throws SQLException {
        tree = new TestTree("flags.example");
        tree.grow(300);
        tree.grow(20);
        tree.append(5);
        for (var table : TABLES) {
            tamper("create table saved_" + table + " as select * from ledger." + table);
        }
    }

    @AfterEach
    void restore() throws SQLException {
        for (var table : TABLES) {
            tamper("truncate ledger." + table + "; insert into ledger." + table + " select * from saved_" + table);
        }
    }

    @AfterAll
    static void close() {
        tree.close();
    }

    @Test
    void anIntactLogIsVerified() throws SQLException {
        var verified = verify(null);

        assertThat(verified.fault()).isEmpty();
        assertThat(verified.events()).isEqualTo(325);
        assertThat(verified.heads()).isEqualTo(2);
        assertThat(verified.head())
                .isEqualTo(new TreeHead("flags.example", 320, tree.head().root()));
        assertThat(verified.note()).isEqualTo(tree.head().note());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update ledger.event set FORGE where position = 57 | 57 | the entry is not the one that was signed
            update ledger.event set leaf = set_byte(leaf, 0, get_byte(leaf, 0) # 1) where position = 57 | 57 | the leaf is not the hash
            update ledger.event set FORGE where position = 57; update ledger.event set leaf = LEAF where position = 57 | 57 | entry and leaf are not
            update ledger.event set FORGE where position = 323 | 323 | the leaf is not the hash
            delete from ledger.event where position = 57 | 57 | the event is missing
            delete from ledger.event where position = 57; update ledger.event set position = position - 1 where position > 57 | 57 | entry and leaf are not
            delete from ledger.event where position = 1 | 1 | the event is missing
            update ledger.event set position = position + 1000 where position >= 57; insert into ledger.event select 57, gen_random_uuid(), 'x', sequence_number, recorded_at, payload_type, payload_revision, organisation_id, project_id, environment_id, object, actor_kind, actor_id, request_id, entry, leaf from ledger.event where position = 1; update ledger.event set position = position - 999 where position > 1000 | 57 | entry and leaf are not
            update ledger.event set position = 1000 where position = 57; update ledger.event set position = 57 where position = 58; update ledger.event set position = 58 where position = 1000 | 57 | entry and leaf are not
            delete from ledger.event where position > 310 | 311 | the event is missing, and all after it
            truncate ledger.event | 1 | the event is missing, and all after it
            update ledger.event set actor_id = 7 where position = 57 | 57 | the column actor_kind or actor_id
            update ledger.event set recorded_at = recorded_at + interval '1 microsecond' where position = 57 | 57 | the column recorded_at
            update ledger.event set payload_type = 'user.renamed' where position = 57 | 57 | the column payload_type
            update ledger.event set request_id = 'other' where position = 57 | 57 | the column request_id
            update ledger.event set aggregate_id = 'other' where position = 57 | 57 | the column aggregate_id
            update ledger.event set sequence_number = 7 where position = 57 | 57 | the column sequence_number
            update ledger.event set event_id = gen_random_uuid() where position = 57 | 57 | the column event_id
            update ledger.tile set hashes = set_byte(hashes, 56 * 32, get_byte(hashes, 56 * 32) # 1) where level = 0 and index = 0 | 57 | entry and leaf are not
            delete from ledger.tile where level = 0 and index = 1 | 257 | the tile 1 of level 0 is missing
            update ledger.tile set hashes = substr(hashes, 1, 32) where level = 0 and index = 1 | 258 | the tile 1 of level 0 is missing
            update ledger.tile set hashes = 'short' where level = 0 and index = 0 | 1 | no list of hashes
            update ledger.tile set hashes = set_byte(hashes, 0, get_byte(hashes, 0) # 1) where level = 1 | 0 | The tile 1/0 is not that of its events
            delete from ledger.tile where level = 1 | 0 | Tiles are missing: [1/0]
            update ledger.tree_head set root = LEAF from ledger.event where position = 1 and size = 300 | 0 | The checkpoint of 300 events is not valid
            update ledger.tree_head set note = replace(note, '300', '301') where size = 300 | 0 | The checkpoint of 300 events is not valid
            update ledger.tree_head set note = 'gone' where size = 320 | 0 | not a signed note
            delete from ledger.tree_head | 0 | The log has no checkpoint
            """)
    void everyChangeIsReportedWithItsPlace(String sql, long position, String what) throws SQLException {
        tamper(sql);

        var fault = verify(null).fault().orElseThrow();

        assertThat(fault.toString()).contains(what);
        assertThat(fault.position()).isEqualTo(position);
    }

    /** Any byte of an entry or a leaf, and any column that repeats what an entry has. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry = set_byte(entry, AT % length(entry), get_byte(entry, AT % length(entry)) # BITS)",
                "leaf = set_byte(leaf, AT % 32, get_byte(leaf, AT % 32) # BITS)",
                "aggregate_id = aggregate_id || 'BITS'",
                "sequence_number = sequence_number + 1000000 + BITS",
                "recorded_at = recorded_at + BITS * interval '1 microsecond'",
                "payload_type = payload_type || 'BITS'",
                "payload_revision = payload_revision + BITS",
                "event_id = gen_random_uuid()",
                "actor_kind = actor_kind || 'BITS'",
                "actor_id = coalesce(actor_id, 0) + BITS",
                "request_id = coalesce(request_id, '') || 'BITS'"
            })
    void aChangeOfAnyRowIsReportedWithItsPlace(String change) throws SQLException {
        var random = new Random();
        for (int round = 0; round < ROUNDS; round++) {
            long position = 1L + random.nextInt(325);
            int at = random.nextInt(100_000);
            int bits = 1 + random.nextInt(255);
            tamper("update ledger.event set "
                    + change.replace("AT", Integer.toString(at)).replace("BITS", Integer.toString(bits))
                    + " where position = " + position);

            var fault = verify(null).fault();

            assertThat(fault)
                    .as("at %d, with AT %d and BITS %d", position, at, bits)
                    .hasValueSatisfying(found -> assertThat(found.position()).isEqualTo(position));
            restore();
        }
    }

    @Test
    void aChangeThatIncludesTheTilesIsDetectedByTheNextHead() throws SQLException {
        tamper(
                "update ledger.event set entry = entry || ' ' where position = 57; update ledger.event set leaf = LEAF where position = 57;"
                        + " update ledger.tile set hashes = overlay(hashes placing event.leaf from 56 * 32 + 1 for 32)"
                        + " from ledger.event where position = 57 and level = 0 and tile.index = 0");

        var fault = verify(null).fault().orElseThrow();

        assertThat(fault).hasToString("position 1: an event from here to position 300 is not the one that was signed");
    }

    @Test
    void aCheckpointFromElsewhereDetectsAShorterLog() throws SQLException {
        var kept = tree.head().note();
        assertThat(verify(kept).fault()).isEmpty();
        tamper("delete from ledger.event where position > 300; delete from ledger.tree_head where size > 300");

        assertThat(verify(null).fault()).isEmpty();
        assertThat(verify(kept).fault().orElseThrow())
                .hasToString(
                        "position 301: the event is missing, and all after it: the checkpoint that was kept has 320 events");
    }

    @Test
    void aCheckpointFromElsewhereDetectsAnotherLog() throws SQLException {
        var kept = tree.signer()
                .sign(new TreeHead("flags.example", 310, Hash.EMPTY).text())
                .toString();

        assertThat(verify(kept).fault().orElseThrow().toString()).contains("first 310 events");
        assertThat(verify(kept.replace("310", "311")).fault().orElseThrow().toString())
                .contains("not valid");
    }

    @Test
    void aLogOfAnotherKeyIsNotVerified() throws SQLException {
        var other = VerifierKey.of("flags.example", SigningPair.generate().publicKey());

        assertThat(verify(other, null).fault().orElseThrow().toString()).contains("not signed by flags.example");
        assertThat(verify(tree.signer().verifier().named("earlier.example"), null)
                        .fault())
                .isEmpty();
    }

    @Test
    void aLogWithoutItsKeyIsVerifiedWithThatOfTheAuditor() throws SQLException {
        tamper("create table saved_key as select * from ledger.signing_key; delete from ledger.signing_key");
        try {
            assertThat(verify(null).fault().orElseThrow()).hasToString("The log has no key");
            assertThat(verify(tree.signer().verifier(), null).fault()).isEmpty();
        } finally {
            tamper("insert into ledger.signing_key select * from saved_key; drop table saved_key");
        }
    }

    private static Verification verify(@Nullable String kept) throws SQLException {
        return verify(null, kept);
    }

    private static Verification verify(@Nullable VerifierKey key, @Nullable String kept) throws SQLException {
        try (var database = tree.log().dataSource().getConnection()) {
            return new DatabaseVerifier(database).verify(key, kept);
        }
    }

    private static void tamper(String sql) throws SQLException {
        try (var database = tree.log().dataSource().getConnection();
                var statement = database.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(sql.replace("FORGE", FORGE).replace("LEAF", LEAF));
        }
    }
}
