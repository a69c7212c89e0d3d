package dev.flagledger.query.audit;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;

/** Reads rows of the audit log by criteria. */
interface AuditEntryRepository extends JpaRepository<AuditEntry, Integer>, JpaSpecificationExecutor<AuditEntry> {}
