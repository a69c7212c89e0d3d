package dev.flagledger.ledger.proof;

import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.ledger.proof.tree.Tile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the tree: its tiles and its signed heads. */
final class TreeTable {

    static final long LOCK = 0x747265656c6f67L;

    private static final String HEAD = "select tree_head.size, tree_head.root, tree_head.note from ledger.tree_head";

    private final JdbcClient jdbc;

    TreeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A leaf of the log that is in no tile yet. */
    record Leaf(long position, Hash hash) {}

    /**
     * Takes the lock of writers until the end of the transaction; false if another node holds it. The transaction commits durably,
     * and with it everything that it has read.
     */
    boolean lock() {
        return jdbc.sql("""
                        select set_config('synchronous_commit', 'on', true) = 'on'
                            and pg_try_advisory_xact_lock(:lock)""").param("lock", LOCK).query(Boolean.class).single();
    }

    Optional<SignedHead> newest() {
        return jdbc.sql(HEAD + " order by tree_head.size desc limit 1")
                .query((row, _) -> head(row))
                .optional();
    }

    private static SignedHead head(ResultSet row) throws SQLException {
        return new SignedHead(row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("note"));
    }

    Optional<Tile> tile(int level, long index) {
        return jdbc.sql("select tile.hashes from ledger.tile where tile.level = :level and tile.index = :index")
                .param("level", level)
                .param("index", index)
                .query((row, _) -> new Tile(level, index, row.getBytes("hashes")))
                .optional();
    }

    /** The leaves after a position, at most {@code limit}. */
    List<Leaf> leaves(long after, int limit) {
        return jdbc.sql("""
                        select event.position, event.leaf from ledger.event
                        where event.position > :after order by event.position limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new Leaf(row.getLong("position"), Hash.of(row.getBytes("leaf"))))
                .list();
    }

    /** Stores tiles in place of those that were shorter. */
    void store(List<Tile> tiles) {
        jdbc.sql("""
                        insert into ledger.tile (level, index, hashes)
                        select changed.level, changed.index, changed.hashes
                        from unnest(:levels::smallint[], :indexes::bigint[], :hashes::bytea[])
                            as changed (level, index, hashes)
                        on conflict (level, index) do update set hashes = excluded.hashes""")
                .param(
                        "levels",
                        tiles.stream().map(tile -> (short) tile.level()).toArray(Short[]::new))
                .param("indexes", tiles.stream().map(Tile::index).toArray(Long[]::new))
                .param("hashes", tiles.stream().map(Tile::hashes).toArray(byte[][]::new))
                .update();
    }

    void store(SignedHead head) {
        jdbc.sql("insert into ledger.tree_head (size, root, note) values (:size, :root, :note)")
                .param("size", head.size())
                .param("root", head.root().bytes())
                .param("note", head.note())
                .update();
    }
}
