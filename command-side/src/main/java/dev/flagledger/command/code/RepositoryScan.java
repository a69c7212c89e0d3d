package dev.flagledger.command.code;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flagledger.api.code.CodeCommand;
import dev.flagledger.api.code.CodeCommand.RecordScan;
import dev.flagledger.api.event.CodeEvent.CodeScanned;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The aggregate of one repository scan, which never changes once recorded. A scan with the same findings is recorded
 * again, since its time is newer.
 */
@Aggregate(type = "code-scan")
class RepositoryScan {

    @AggregateIdentifier
    String id;

    RepositoryScan() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(RecordScan command) {
        apply(new CodeScanned(command.scanId(), command.projectId(), command.scan()));
    }

    @EventSourcingHandler
    void evolve(CodeScanned event) {
        id = CodeCommand.streamOf(event.scanId());
    }
}
