package dev.flagledger.command.flag;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.flag.FlagId;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.ledger.history.History;
import java.util.Optional;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the flag aggregate with Axon, with a factory that takes initial states from the node's history. */
@Configuration(proxyBeanMethods = false)
class FlagConfiguration {

    @Bean
    ConfigurerModule flagAggregates(
            ObjectProvider<History<Installation>> history,
            @Qualifier("currentAggregates") ObjectProvider<Cache> aggregates) {
        var factory = new FlagFactory(id -> beginning(history.getObject().state(), id));
        var flags = AggregateConfigurer.defaultConfiguration(FlagAggregate.class)
                .configureAggregateFactory(_ -> factory)
                .configureCreationPolicyAggregateFactory(_ -> factory)
                .configureCache(_ -> aggregates.getObject());
        return configurer -> configurer.configureAggregate(flags);
    }

    /**
     * The initial state never changes, so a state of any age will do that knows the flag; the sender of a command has
     * seen it on this node.
     */
    private static Flag beginning(Installation installation, FlagId id) {
        var environment = found(installation.environment(id.environmentId()), "Environment");
        return found(Optional.ofNullable(environment.flags().get(id.featureId())), "Feature")
                .beginning();
    }
}
