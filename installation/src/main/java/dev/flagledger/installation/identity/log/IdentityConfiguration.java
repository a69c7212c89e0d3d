package dev.flagledger.installation.identity.log;

import dev.flagledger.ledger.StartOrder;
import dev.flagledger.ledger.signal.PostgresSignal;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects the change notifications of the nodes. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    PostgresSignal identitySignal(DataSource database, IdentityChanges changes) {
        var signal = new PostgresSignal(
                "flagledger_identity", StartOrder.READING, database, changes::heard, changes::missed);
        changes.tellOthers(signal::raise);
        return signal;
    }
}
