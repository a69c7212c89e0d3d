package dev.flagledger.api.code;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.UUID;

/** What can be asked about code. */
public sealed interface CodeCommand extends LedgerCommand {

    UUID scanId();

    @Override
    default String aggregateId() {
        return streamOf(scanId());
    }

    /** The stream of one scan, which holds nothing else: every build may report one, and none needs those before it. */
    static String streamOf(UUID scanId) {
        return "code-scan-" + scanId;
    }

    record RecordScan(UUID scanId, int projectId, CodeScan scan) implements CodeCommand {
        @Override
        public Scope scope() {
            return new Scope.OfProject(projectId);
        }
    }
}
