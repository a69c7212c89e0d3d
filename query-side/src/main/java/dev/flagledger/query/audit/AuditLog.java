package dev.flagledger.query.audit;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.projection.ProjectionProgress;
import dev.flagledger.platform.paging.Page;
import dev.flagledger.platform.paging.PageRequest;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Reads the audit log, newest first, when it has come to show every change that was answered for. */
@Component
class AuditLog {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");

    private final AuditEntries entries;
    private final ProjectionProgress progress;
    private final ChangeDetails details;

    AuditLog(AuditEntries entries, ProjectionProgress progress, ChangeDetails details) {
        this.entries = entries;
        this.progress = progress;
        this.details = details;
    }

    /** One page of what matches. */
    Page<AuditEntry> page(Specification<AuditEntry> wanted, PageRequest request) {
        progress.awaitFold(AuditProjection.NAME, "The audit log");
        long count = entries.count(wanted);
        int index = request.number(count) - 1;
        var page = org.springframework.data.domain.PageRequest.of(index, request.size(), NEWEST_FIRST);
        // A slice, since a page of Spring's would count again.
        var slice = entries.findBy(wanted, query -> query.slice(page));
        return request.page(slice.getContent(), count);
    }

    /** The entry, if it is within the scope. */
    Optional<AuditEntry> entry(Specification<AuditEntry> scope, int id) {
        progress.awaitFold(AuditProjection.NAME, "The audit log");
        return entries.findOne(scope.and((entry, _, builder) -> builder.equal(entry.get("id"), id)));
    }

    AuditView detail(AuditEntry entry, Installation installation) {
        return AuditView.detailed(entry, installation, details);
    }
}
