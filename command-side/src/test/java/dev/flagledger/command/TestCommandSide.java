package dev.flagledger.command;

import dev.flagledger.access.federation.LinkEndings;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.invite.InviteHashes;
import dev.flagledger.access.saml.store.ServiceProviderKeys;
import dev.flagledger.access.scim.ScimTokens;
import dev.flagledger.access.secret.ApiKeys;
import dev.flagledger.access.secret.ClientSecrets;
import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.access.secret.EnvironmentSecrets;
import dev.flagledger.access.secret.ServerKeys;
import dev.flagledger.access.secret.WebhookSecrets;
import dev.flagledger.access.session.CookieSettings;
import dev.flagledger.access.session.FederatedTokens;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.event.FlagEvents;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.history.History;
import dev.flagledger.ledger.log.store.EventLog;
import dev.flagledger.testing.TestRefusals;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** The command side without its controllers: aggregates, command handlers and the history that they read. */
@Configuration(proxyBeanMethods = false)
@Import({
    ApiKeys.class,
    ClientSecrets.class,
    CredentialChanges.class,
    EnvironmentSecrets.class,
    Ids.class,
    InviteHashes.class,
    LinkEndings.class,
    LinkedLogins.class,
    ScimTokens.class,
    ServerKeys.class,
    ServiceProviderKeys.class,
    TestMails.class,
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
                    pattern = ".*\\.(Authorisation|EnvironmentCreation|FeatureCreation|FlagConfiguration|InitialStates"
                            + "|MemberCreators|OrganisationDeletion|OrganisationLock|ProjectCreation|ProjectDeletion|ProjectLock"
                            + "|ProjectShares|ProviderRemoval|SamlEndings|SamlLinks|SegmentCreation)")
        })
@ComponentScan(
        basePackageClasses = CookieSettings.class,
        useDefaultFilters = false,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(ClientSeal|SessionRows)"))
public class TestCommandSide {

    /** Unless a test has a clock of its own. */
    @Bean
    @Fallback
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    @Fallback
    CookieSettings noCookies() {
        return new CookieSettings(false, true, "None", Duration.ofHours(10), List.of());
    }

    @Bean
    @Fallback
    FederatedTokens lastingTokens() {
        return new FederatedTokens(Duration.ZERO);
    }

    @Bean
    History<Installation> fold(EventLog log) {
        return new History<>(log, Installation.EMPTY, FlagEvents.folded(Installation::evolve));
    }
}
