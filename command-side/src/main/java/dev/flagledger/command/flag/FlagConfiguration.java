package dev.flagledger.command.flag;

import static dev.flagledger.engine.access.AccessContext.found;

import dev.flagledger.api.flag.FlagId;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import java.util.Optional;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells Axon of the aggregate of flags, which begins with what the history of this node says of its start. */
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
     * It never changes, so it does not matter how far the node has come as long as it knows the flag, and whoever sends a command
     * has seen it here.
     */
    private static Flag beginning(Installation installation, FlagId id) {
        var environment = found(installation.environment(id.environmentId()), "Environment");
        return found(Optional.ofNullable(environment.flags().get(id.featureId())), "Feature")
                .beginning();
    }
}
