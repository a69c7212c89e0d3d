package dev.flagledger.api.code;

import dev.flagledger.api.LedgerCommand;
import dev.flagledger.api.access.Scope;
import java.util.UUID;

/** Commands about code repositories. */
public sealed interface CodeCommand extends LedgerCommand {

    UUID scanId();

    @Override
    default String aggregateId() {
        return streamOf(scanId());
    }

    /**
     * Returns the stream of one scan. Scans have streams of their own, since each build may report one and none depends
     * on the previous ones.
     */
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
