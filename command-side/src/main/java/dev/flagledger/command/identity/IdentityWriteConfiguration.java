package dev.flagledger.command.identity;

import dev.flagledger.command.access.CommandAccessConfiguration;
import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.installation.identity.log.IdentityLog;
import dev.flagledger.installation.identity.log.IdentityReader;
import dev.flagledger.ledger.command.CommandGuard;
import dev.flagledger.ledger.command.Refusals;
import dev.flagledger.ledger.log.stream.StreamLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The beans with which a node records identities and traits that applications report: the log of identities and the
 * permission table that guards it.
 */
@Configuration(proxyBeanMethods = false)
@Import(CommandAccessConfiguration.class)
public class IdentityWriteConfiguration {

    @Bean
    IdentityLog identityLog(
            StreamLog log, IdentityReader reader, CommandGuard guard, IdentityChanges changes, Refusals refusals) {
        return new IdentityLog(log, reader, guard, changes, refusals);
    }
}
