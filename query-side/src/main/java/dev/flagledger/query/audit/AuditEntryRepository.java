package dev.flagledger.query.audit;

import org.springframework.data.jpa.repository.JpaRepository;

/** Reads rows of the audit log by their ids. */
interface AuditEntryRepository extends JpaRepository<AuditEntry, Integer> {}
