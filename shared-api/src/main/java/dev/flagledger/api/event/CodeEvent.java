package dev.flagledger.api.event;

import dev.flagledger.api.code.CodeScan;
import java.util.UUID;

/** Events about code repositories. */
public sealed interface CodeEvent extends LedgerEvent {

    UUID scanId();

    /** A scanner reported the references in a repository, which replace those of earlier scans. */
    record CodeScanned(UUID scanId, int projectId, CodeScan scan) implements CodeEvent {}
}
