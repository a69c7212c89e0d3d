package dev.flagledger.query.audit;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/** The lines of the audit log, as they are asked for; they are written by {@link AuditTable}. */
interface AuditEntries extends JpaRepository<AuditEntry, Integer>, JpaSpecificationExecutor<AuditEntry> {}
