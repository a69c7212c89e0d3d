package dev.flagledger.testing;

import dev.flagledger.api.catalogue.EventCatalogue;
import dev.flagledger.api.catalogue.EventTypes;
import dev.flagledger.api.event.EventScope;
import dev.flagledger.ledger.log.AppendContext;
import dev.flagledger.ledger.log.ContextResolver;
import java.util.Collections;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scopes of events in tests. */
@Configuration(proxyBeanMethods = false)
public class TestScopes {

    @Bean
    ContextResolver contextResolver() {
        return events -> Collections.nCopies(
                events.size(), new AppendContext(new EventScope(null, null, null, "test"), List.of(), false));
    }

    @Bean
    EventTypes eventTypes() {
        return new EventCatalogue();
    }
}
