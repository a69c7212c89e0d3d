package dev.flagledger.standalone;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.platform.fold.LiveFold;
import dev.flagledger.platform.log.EventLog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one live fold of a node, which all its sides share. */
@Configuration(proxyBeanMethods = false)
class NodeFold {

    @Bean
    LiveFold<Installation> liveFold(EventLog log) {
        return new LiveFold<>(log, Installation.EMPTY, Installation::evolve);
    }
}
