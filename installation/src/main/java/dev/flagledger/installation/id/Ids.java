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

/** Generates the ids in events: 32-bit, from 1, unique, with gaps. */
@Component
public final class Ids {

    private final JdbcClient jdbc;

    /** Ids of objects that applications create in large numbers are drawn in blocks, to save round trips. */
    private final Map<Kind, Block> blocks =
            Map.of(Kind.IDENTITY, new Block(Kind.IDENTITY), Kind.TRAIT, new Block(Kind.TRAIT));

    Ids(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Kinds of objects, each with a sequence of its own. */
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
        GROUP,
        GRANT,
        ROLE,
        ROLE_GRANT,
        ROLE_HOLDER,
        TRUST,
        INVITE,
        INVITE_LINK,
        OIDC_PROVIDER,
        MAIL_DOMAIN,
        SAML_CONFIGURATION,
        SAML_MAPPING,
        METADATA_FIELD,
        MODEL_FIELD,
        HEALTH_EVENT,
        EXPORT,
        IMPORT;

        private String sequence() {
            return "installation." + name().toLowerCase(Locale.ROOT) + "_id";
        }
    }

    /** Returns a new id. */
    public int next(Kind kind) {
        return many(kind, 1).next();
    }

    /** Returns new ids, ascending except that other nodes may draw ids in between. */
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

    /** A block of ids drawn in advance. Ids that remain when the node stops are never used. */
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
