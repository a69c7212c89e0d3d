package dev.flagledger.query.audit;

import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.projection.Projections;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Reads the audit log, newest first, when it has come to show every change that was answered for. */
@Component
class AuditLog {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");

    private final AuditEntries entries;
    private final Projections<Installation> projections;
    private final ChangeDetails details;

    AuditLog(AuditEntries entries, Projections<Installation> projections, ChangeDetails details) {
        this.entries = entries;
        this.projections = projections;
        this.details = details;
    }

    /** One page of what matches. A first page that is not full tells how many there are; else they are counted. */
    Page<AuditEntry> page(Specification<AuditEntry> wanted, PageRequest request) {
        projections.awaitFold(AuditProjection.NAME, "The audit log");
        if (request.isFirst()) {
            var first = page(wanted, 1, request.size());
            return request.page(first, first.size() < request.size() ? first.size() : entries.count(wanted));
        }
        long count = entries.count(wanted);
        return request.page(page(wanted, request.number(count), request.size()), count);
    }

    private List<AuditEntry> page(Specification<AuditEntry> wanted, int number, int size) {
        var page = org.springframework.data.domain.PageRequest.of(number - 1, size, NEWEST_FIRST);
        // A slice, since a page of Spring's would count.
        return entries.findBy(wanted, query -> query.slice(page)).getContent();
    }

    /** The entry, if it is within the scope. */
    Optional<AuditEntry> entry(Specification<AuditEntry> scope, int id) {
        projections.awaitFold(AuditProjection.NAME, "The audit log");
        return entries.findOne(scope.and((entry, _, builder) -> builder.equal(entry.get("id"), id)));
    }

    AuditView detail(AuditEntry entry, Installation installation) {
        return AuditView.detailed(entry, installation, details);
    }
}
