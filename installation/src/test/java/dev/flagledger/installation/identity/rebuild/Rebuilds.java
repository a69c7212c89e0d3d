package dev.flagledger.installation.identity.rebuild;

import static org.awaitility.Awaitility.await;

import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.installation.identity.log.IdentityNodes;
import dev.flagledger.ledger.log.EndedObjects;
import dev.flagledger.ledger.log.store.TestLog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Rebuilds on a log of identities, and the rows that they compare. */
final class Rebuilds {

    private final TestLog log;
    private final IdentityRebuild rebuild;
    private final Set<Integer> changed = new ConcurrentSkipListSet<>();

    Rebuilds(TestLog log, IdentityNodes nodes) {
        this.log = log;
        var changes = new IdentityChanges();
        changes.listen(changed::add, () -> {});
        this.rebuild = new IdentityRebuild(
                nodes.streams(),
                new EndedObjects(log.jdbc()),
                log.template(),
                changes,
                new JdbcTransactionManager(log.pool()));
    }

    IdentityRebuild rebuild() {
        return rebuild;
    }

    /** The ids of identities that caches were told of. */
    Set<Integer> changed() {
        return changed;
    }

    /** Makes one rebuild. */
    RebuiltIdentities run() {
        if (!rebuild.tryStart()) {
            throw new IllegalStateException("another one is running");
        }
        return result();
    }

    /** Waits for the running one. */
    RebuiltIdentities result() {
        await().until(() -> rebuild.result().isPresent());
        return rebuild.result().orElseThrow();
    }

    /** All rows of both tables, with all columns. */
    List<Map<String, @Nullable Object>> rows() {
        return log.jdbc().sql("""
                        select 'identity' as kind, identity.id, identity::text as columns from installation.identity
                        union all
                        select 'trait' as kind, trait.id, trait::text as columns from installation.trait order by kind, id
                        """).query().listOfRows();
    }

    /** Where all rows are stored, which changes with each change of a row. */
    List<String> places() {
        return log.jdbc().sql("""
                        select ctid::text from installation.identity union all select ctid::text from installation.trait
                        """).query((row, _) -> row.getString(1)).list();
    }

    /** Changes rows without an event, with the ids in place of IDENTITY, OTHER, DELETED and ENVIRONMENT. */
    int damage(String sql, Map<String, Integer> ids) {
        var filled = sql;
        for (var id : ids.entrySet()) {
            filled = filled.replace(id.getKey(), id.getValue().toString());
        }
        return log.template().update(filled);
    }
}
