package dev.flagledger.standalone;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.catalogue.EventTypes;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.history.checkpoint.Checkpoints;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.projection.Projection;
import dev.flagledger.ledger.projection.Projections;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.Wrapping;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The beans that fold the log: one history, shared by all sides of the node, and the projections of its role. */
@Configuration(proxyBeanMethods = false)
class NodeFold {

    @Bean
    Checkpoints<Installation> checkpoints(JdbcClient jdbc, TransactionOperations transactions, InstallationKey key) {
        return new Checkpoints<>(
                Installation.EMPTY, new InstallationHistory(), jdbc, transactions, new Wrapping(key, "checkpoints"));
    }

    @Bean
    History<Installation> history(
            EventLog log,
            Checkpoints<Installation> checkpoints,
            @Value("${flagledger.checkpoint-events:10000}") long checkpointEvents) {
        return new History<>(
                log, Installation.EMPTY, FlagEvents.folded(Installation::evolve), checkpoints, checkpointEvents);
    }

    @Bean
    EventTypes eventTypes() {
        return new EventCatalogue();
    }

    /** Gets the history lazily, because the history depends on the log. */
    @Bean
    ContextResolver contextResolver(ObjectProvider<History<Installation>> history) {
        return new EventContexts(
                () -> history.getObject().state(), () -> history.getObject().stateAtHead());
    }

    @Bean
    Projections<Installation> projections(
            DataSource database,
            @Value("${flagledger.node-id:}") String node,
            History<Installation> history,
            ObjectProvider<Projection<Installation>> projections) {
        return new Projections<>(
                database, node, history, projections.orderedStream().toList());
    }
}
