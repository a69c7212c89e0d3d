package dev.flagledger.query.audit;

import static java.util.Objects.requireNonNull;

import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.audit.AuditLineView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.query.audit.find.AuditScope;
import dev.flagledger.query.audit.find.LineFilter;
import dev.flagledger.query.audit.find.LineFinder;
import dev.flagledger.query.audit.row.AuditModel;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the audit log, newest first, once it contains every change that this node has responded to. */
@Component
class AuditLog {

    private final AuditEntryRepository entries;
    private final LineFinder lines;
    private final Projections<Installation> projections;
    private final ChangeDetails details;
    private final TransactionTemplate snapshot;

    AuditLog(
            AuditEntryRepository entries,
            LineFinder lines,
            Projections<Installation> projections,
            ChangeDetails details,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.lines = lines;
        this.projections = projections;
        this.details = details;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A page of the matching entries. Its count and its lines are of one moment. */
    Page<AuditEntry> page(LineFilter filter, PageRequest request) {
        projections.awaitFold(AuditModel.NAME, AuditModel.TITLE);
        return requireNonNull(snapshot.execute(_ -> {
            long count = lines.count(filter);
            long from = (request.number(count) - 1L) * request.size();
            return request.page(entries(lines.find(filter, count, from, request.size())), count);
        }));
    }

    private List<AuditEntry> entries(List<Integer> ids) {
        return entries.findAllById(ids).stream()
                .sorted(Comparator.comparing(AuditEntry::id).reversed())
                .toList();
    }

    /** The entry with this id, if the scope includes it. */
    Optional<AuditEntry> entry(AuditScope scope, int id) {
        projections.awaitFold(AuditModel.NAME, AuditModel.TITLE);
        return entries.findById(id).filter(entry -> scope.includes(entry.organisationId(), entry.projectId()));
    }

    AuditLineView detail(AuditEntry entry, Installation installation) {
        return AuditLineView.detailed(entry, installation, details.read(entry.changeDetails()), entry.changeType());
    }
}
