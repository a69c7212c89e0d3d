package dev.flagledger.standalone;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.fold.LiveFold;
import dev.flagledger.ledger.fold.ProjectionFold;
import dev.flagledger.ledger.log.ContextResolver;
import dev.flagledger.ledger.log.EventLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** What folds the log on a node: one live fold, which all its sides share, and one for each of its projections. */
@Configuration(proxyBeanMethods = false)
class NodeFold {

    @Bean
    LiveFold<Installation> liveFold(EventLog log) {
        return new LiveFold<>(log, Installation.EMPTY, Installation::evolve);
    }

    /** Asks the fold only when an event is appended, since the fold needs the log. */
    @Bean
    ContextResolver contextResolver(ObjectProvider<LiveFold<Installation>> fold) {
        return new EventContexts(() -> fold.getObject().state());
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    ProjectionFold<Installation> projectionFold(EventLog log, LiveFold<Installation> live) {
        return new ProjectionFold<>(log, Installation.EMPTY, Installation::evolve, live::recent);
    }
}
