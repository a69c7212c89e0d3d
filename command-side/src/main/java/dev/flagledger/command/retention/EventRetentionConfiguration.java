package dev.flagledger.command.retention;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.event.AboutRetention;
import dev.flagledger.api.event.OrganisationEvent.LegalHoldPlaced;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.payload.CanonicalSerializer;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.ledger.pruning.EventPruning;
import dev.flagledger.ledger.retention.Retention;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The pruning of events. What is about retention is never pruned: it accounts for what is missing. */
@Configuration(proxyBeanMethods = false)
class EventRetentionConfiguration {

    private static final int BATCH = 1_000;

    @Bean
    EventPruner eventPruner(
            History<Installation> history,
            EventLog log,
            JdbcClient jdbc,
            JdbcTemplate template,
            TransactionOperations transaction,
            CanonicalSerializer serializer,
            Commands commands,
            Clock clock,
            @Value(Retention.BEGIN) Duration begin) {
        var pruning = new EventPruning(
                jdbc,
                template,
                transaction,
                serializer,
                EventCatalogue.namesOf(AboutRetention.class),
                EventCatalogue.namesOf(LegalHoldPlaced.class).getFirst());
        return new EventPruner(history, log, pruning, commands, clock, BATCH, begin);
    }
}
