package dev.flagledger.command;

import dev.flagledger.installation.identity.log.IdentityChanges;
import dev.flagledger.installation.identity.log.IdentityLog;
import dev.flagledger.installation.identity.log.IdentityReader;
import dev.flagledger.ledger.command.CommandGuard;
import dev.flagledger.ledger.command.Refusals;
import dev.flagledger.ledger.log.stream.StreamLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The log of identities, for command handlers that write to both logs. */
@Configuration(proxyBeanMethods = false)
@Import({IdentityChanges.class, IdentityReader.class})
public class TestIdentityLog {

    @Bean
    IdentityLog identityLog(
            StreamLog log, IdentityReader reader, CommandGuard guard, IdentityChanges changes, Refusals refusals) {
        return new IdentityLog(log, reader, guard, changes, refusals);
    }
}
