package dev.flagledger.installation.identity.rebuild;

import static java.util.Objects.requireNonNull;

import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.installation.identity.log.row.IdentityRow;
import dev.flagledger.ledger.log.EndedObjects;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares some identities and replaces the rows that are not as their streams say. The first comparison locks nothing: events and rows
 * are of one snapshot. Only what differs there is compared again with its rows locked, which appends have to lock too, and replaced by
 * other rows. An append that waited finds no row then and begins again, so that nothing is decided by rows that were damaged.
 */
final class IdentityRepair {

    private final EndedObjects ended;
    private final RowComparison comparison;
    private final IdentityTables tables;
    private final IdentityChanges changes;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate transaction;

    IdentityRepair(
            EndedObjects ended,
            RowComparison comparison,
            IdentityTables tables,
            IdentityChanges changes,
            PlatformTransactionManager transactions) {
        this.ended = ended;
        this.comparison = comparison;
        this.tables = tables;
        this.changes = changes;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What became of some identities.
     *
     * @param differing how many did not have the rows that they should have
     * @param clashing those of them that have no rows now, since another identity has the identifier
     */
    record Repaired(int differing, List<StreamOfIdentity> clashing) {

        static final Repaired NOTHING = new Repaired(0, List.of());
    }

    /** Compares these identities, and repairs their rows. */
    Repaired repair(Collection<StreamOfIdentity> identities) {
        var suspects = requireNonNull(snapshot.execute(_ -> comparison.differing(identities)))
                .keySet();
        var again = identities.stream()
                .filter(identity -> suspects.contains(identity.id()))
                .toList();
        return again.isEmpty() ? Repaired.NOTHING : requireNonNull(transaction.execute(_ -> replaced(again)));
    }

    private Repaired replaced(List<StreamOfIdentity> identities) {
        ended.hold();
        tables.lock(identities.stream().map(StreamOfIdentity::id).toList());
        var differing = comparison.differing(identities);
        if (differing.isEmpty()) {
            return Repaired.NOTHING;
        }
        var rows = differing.values().stream().flatMap(Optional::stream).toList();
        tables.delete(differing.keySet(), traits(rows));
        var inserted = tables.insert(rows);
        differing.keySet().forEach(changes::changed);
        return new Repaired(
                differing.size(),
                identities.stream()
                        .filter(identity -> differing
                                .getOrDefault(identity.id(), Optional.empty())
                                .isPresent())
                        .filter(identity -> !inserted.contains(identity.id()))
                        .toList());
    }

    private static List<Integer> traits(List<IdentityRow> rows) {
        return rows.stream()
                .flatMap(row -> row.traits().stream())
                .map(trait -> trait.trait().id())
                .toList();
    }
}
