package dev.flagledger.standalone.replay;

import dev.flagledger.installation.identity.rebuild.IdentityRebuild;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.projection.Projections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoint for rebuilds. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    ReplayEndpoint replayEndpoint(Projections<?> projections, History<?> history, IdentityRebuild identities) {
        return new ReplayEndpoint(projections, new MemoryComparison(history), identities);
    }
}
