package dev.flagledger.testing;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.ledger.command.Refusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names a missing object by the kind of its stream. */
@Configuration(proxyBeanMethods = false)
public class TestRefusals {

    @Bean
    Refusals refusals() {
        return kind -> new Rejected(new Rejection.Missing(kind));
    }
}
