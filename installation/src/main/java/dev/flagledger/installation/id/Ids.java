package dev.flagledger.installation.id;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out the ids that events carry: 32-bit, from 1, never twice, not without gaps. */
@Component
public final class Ids {

    private final JdbcClient jdbc;

    /** Of what applications make by the thousand: a round trip for each would be half of the work. */
    private final Map<Kind, Block> blocks =
            Map.of(Kind.IDENTITY, new Block(Kind.IDENTITY), Kind.TRAIT, new Block(Kind.TRAIT));

    Ids(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The things that have ids, each with numbers of its own. */
    public enum Kind {
        USER,
        ORGANISATION,
        PROJECT,
        ENVIRONMENT,
        FEATURE,
        FEATURE_STATE,
        SEGMENT,
        FEATURE_SEGMENT,
        IDENTITY,
        WEBHOOK,
        TAG,
        OPTION,
        VARIANT,
        RULE,
        CONDITION,
        TRAIT,
        SERVER_KEY,
        API_KEY,
        METADATA_FIELD,
        MODEL_FIELD,
        HEALTH_EVENT,
        EXPORT,
        IMPORT;

        private String sequence() {
            return "installation." + name().toLowerCase(Locale.ROOT) + "_id";
        }
    }

    /** A new id. */
    public int next(Kind kind) {
        return many(kind, 1).next();
    }

    /** As many new ids as asked for, growing unless another of their kind comes from another node. */
    public Iterator<Integer> many(Kind kind, int count) {
        if (count == 0) {
            return Collections.emptyIterator();
        }
        var block = blocks.get(kind);
        return block == null ? drawn(kind, count).iterator() : block.take(count).iterator();
    }

    private List<Integer> drawn(Kind kind, int count) {
        return jdbc.sql("select nextval(:sequence::regclass)::int from generate_series(1, :count)")
                .param("sequence", kind.sequence())
                .param("count", count)
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** Ids that this node has drawn in advance. Those that are left when it stops are never given out. */
    private final class Block {

        private static final int SIZE = 500;

        private final Kind kind;
        private final Lock lock = new ReentrantLock();
        private final Deque<Integer> left = new ArrayDeque<>();

        Block(Kind kind) {
            this.kind = kind;
        }

        List<Integer> take(int count) {
            lock.lock();
            try {
                if (left.size() < count) {
                    left.addAll(drawn(kind, Math.max(count, SIZE)));
                }
                return Stream.generate(left::remove).limit(count).toList();
            } finally {
                lock.unlock();
            }
        }
    }
}
