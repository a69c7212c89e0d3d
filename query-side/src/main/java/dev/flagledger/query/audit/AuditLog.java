package dev.flagledger.query.audit;

import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.contract.view.audit.AuditLineView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.query.audit.row.AuditModel;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Reads the audit log, newest first, once it contains every change that this node has responded to. */
@Component
class AuditLog {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");

    private final AuditEntryRepository entries;
    private final Projections<Installation> projections;
    private final ChangeDetails details;

    AuditLog(AuditEntryRepository entries, Projections<Installation> projections, ChangeDetails details) {
        this.entries = entries;
        this.projections = projections;
        this.details = details;
    }

    /** A page of the matching entries. They are counted, unless the first page is not full. */
    Page<AuditEntry> page(Specification<AuditEntry> filter, PageRequest request) {
        projections.awaitFold(AuditModel.NAME, AuditModel.TITLE);
        if (request.isFirst()) {
            var first = page(filter, 1, request.size());
            return request.page(first, first.size() < request.size() ? first.size() : entries.count(filter));
        }
        long count = entries.count(filter);
        return request.page(page(filter, request.number(count), request.size()), count);
    }

    private List<AuditEntry> page(Specification<AuditEntry> filter, int number, int size) {
        var page = org.springframework.data.domain.PageRequest.of(number - 1, size, NEWEST_FIRST);
        // A slice, since Spring's Page would count.
        return entries.findBy(filter, query -> query.slice(page)).getContent();
    }

    /** The entry with this id, if the scope includes it. */
    Optional<AuditEntry> entry(Specification<AuditEntry> scope, int id) {
        projections.awaitFold(AuditModel.NAME, AuditModel.TITLE);
        return entries.findOne(scope.and((entry, _, builder) -> builder.equal(entry.get("id"), id)));
    }

    AuditLineView detail(AuditEntry entry, Installation installation) {
        return AuditLineView.detailed(entry, installation, details.read(entry.changeDetails()), entry.changeType());
    }
}
