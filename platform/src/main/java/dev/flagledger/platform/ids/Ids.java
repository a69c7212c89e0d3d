package dev.flagledger.platform.ids;

import java.util.Iterator;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out the ids that events carry: 32-bit, from 1, never twice, not without gaps. */
@Component
public final class Ids {

    private final JdbcClient jdbc;

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
            return name().toLowerCase(Locale.ROOT) + "_id";
        }
    }

    /** A new id. */
    public int next(Kind kind) {
        return many(kind, 1).next();
    }

    /** As many new ids as asked for, growing. */
    public Iterator<Integer> many(Kind kind, int count) {
        return jdbc.sql("select nextval(:sequence::regclass)::int from generate_series(1, :count)")
                .param("sequence", kind.sequence())
                .param("count", count)
                .query((row, _) -> row.getInt(1))
                .list()
                .iterator();
    }
}
