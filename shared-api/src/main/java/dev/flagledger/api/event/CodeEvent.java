package dev.flagledger.api.event;

import dev.flagledger.api.code.CodeScan;
import java.util.UUID;

/** What became known of code. */
public sealed interface CodeEvent extends LedgerEvent {

    UUID scanId();

    /** A scanner reported what a repository holds; what it reported of that repository before no longer counts. */
    record CodeScanned(UUID scanId, int projectId, CodeScan scan) implements CodeEvent {}
}
