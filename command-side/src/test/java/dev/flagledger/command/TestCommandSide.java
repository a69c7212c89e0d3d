package dev.flagledger.command;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.EventLog;
import dev.flagledger.platform.event.FlagEvents;
import dev.flagledger.platform.ids.Ids;
import dev.flagledger.platform.secrets.ApiKeys;
import dev.flagledger.platform.secrets.CredentialChanges;
import dev.flagledger.platform.secrets.EnvironmentSecrets;
import dev.flagledger.platform.secrets.ServerKeys;
import dev.flagledger.platform.secrets.WebhookSecrets;
import dev.flagledger.testing.TestRefusals;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** All that decides on this side, with the fold that it looks at, and none of its doors. */
@Configuration(proxyBeanMethods = false)
@Import({
    ApiKeys.class,
    CredentialChanges.class,
    EnvironmentSecrets.class,
    Ids.class,
    ServerKeys.class,
    TestRefusals.class,
    WebhookSecrets.class
})
@ComponentScan(
        useDefaultFilters = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        includeFilters = {
            @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Aggregate.class),
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern =
                            ".*\\.(Authorisation|EnvironmentCreation|FeatureCreation|OrganisationDeletion|OrganisationGate"
                                    + "|ProjectCreation|ProjectDeletion|ProjectGate|ProjectShares|Seeds)")
        })
public class TestCommandSide {

    @Bean
    History<Installation> fold(EventLog log) {
        return new History<>(log, Installation.EMPTY, FlagEvents.folded(Installation::evolve));
    }
}
