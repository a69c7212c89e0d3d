package dev.flagledger.query.audit;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;

/** The lines of the audit log. */
interface AuditEntries extends JpaRepository<AuditEntry, Integer>, JpaSpecificationExecutor<AuditEntry> {

    /** The id of the last line; 0 when there is none. */
    @Query("select coalesce(max(entry.id), 0) from AuditEntry entry")
    int lastId();
}
