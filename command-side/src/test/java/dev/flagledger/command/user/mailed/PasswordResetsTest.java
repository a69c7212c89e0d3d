package dev.flagledger.command.user.mailed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.LinkedLogins;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.session.rule.LoginRefusals;
import dev.flagledger.api.Actor;
import dev.flagledger.api.event.AccountEvent.PasswordResetRequested;
import dev.flagledger.api.user.UserCommand;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.Locale;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** To whom mails are queued; section 1.6 of the admin contract. The SMTP server of the settings does not exist. */
class PasswordResetsTest {

    private static final Attribution ANONYMOUS = new Attribution(Actor.ANONYMOUS, "r-1", "203.0.113.9", null, null);

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, Accounts.class, Parts.class);

    private final PasswordResets resets = NODE.get(PasswordResets.class);
    private final JdbcClient jdbc = NODE.get(JdbcClient.class);
    private final int user = NODE.get(Ids.class).next(Ids.Kind.USER);
    private final String email = "user-" + user + "@example.test";

    @BeforeEach
    void noMails() {
        jdbc.sql("delete from access.mail").update();
    }

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void aUserWithAPasswordIsSentAMailAndTheRequestIsRecorded() {
        register("a hash");

        resets.mail(email.toUpperCase(Locale.ROOT), ANONYMOUS);

        assertThat(recipients()).isEqualTo(email);
        assertThat(NODE.get(EventStore.class)
                        .readEvents(UserCommand.streamOf(user))
                        .asStream()
                        .map(event -> (Object) event.getPayload()))
                .endsWith(new PasswordResetRequested(user));
    }

    @Test
    void nobodyElseIs() {
        resets.mail(email, ANONYMOUS);
        register(null);
        NODE.get(LinkedLogins.class).link(user, FederatedProvider.GOOGLE, email);
        resets.mail(email, ANONYMOUS);

        assertThat(recipients()).isEmpty();
    }

    /** Their organisation may have removed its provider. */
    @Test
    void whoHasNoWayInIsSentAMail() {
        register(null);

        resets.mail(email, ANONYMOUS);

        assertThat(recipients()).isEqualTo(email);
    }

    /** The organisation can have opened the account before its owner knew. */
    @Test
    void whoLogsInByAnOrganisationsProviderOnlyIsSentAMail() {
        register(null);
        NODE.get(LinkedLogins.class).link(user, new FederatedProvider(FederatedProvider.Kind.SAML, user), email);

        resets.mail(email, ANONYMOUS);

        assertThat(recipients()).isEqualTo(email);
    }

    @Test
    void whoseAccountMayNotBeUsedIsNotEither() {
        register("a hash");
        NODE.get(AccountChanges.class).changeActive(user, false);

        resets.mail(email, ANONYMOUS);

        assertThat(recipients()).isEmpty();
    }

    @Test
    void fiveMailsAreSentADay() {
        register("a hash");

        for (int request = 0; request < 8; request++) {
            resets.mail(email, ANONYMOUS);
        }

        assertThat(recipients().split(",")).hasSize(5).containsOnly(email);
    }

    @Test
    void whoRunsTheServerHasAsManyLinksAsTheyWant() {
        register(null);

        for (int link = 0; link < 8; link++) {
            assertThat(resets.linkForOperator(user).path())
                    .matches("/password-reset/confirm/" + Uid.of(user) + "/[0-9a-f]{40}");
        }
    }

    private void register(@Nullable String hash) {
        NODE.get(Commands.class)
                .send(
                        new RegisterUser(user, UUID.randomUUID(), email, "Pat", "Ek"),
                        ANONYMOUS,
                        () -> NODE.get(Accounts.class).open(user, email, hash));
    }

    private String recipients() {
        return jdbc.sql("select coalesce(string_agg(mail.recipient, ','), '') from access.mail")
                .query(String.class)
                .single();
    }

    @ComponentScan(
            basePackageClasses = AccountChanges.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    @ComponentScan(
            basePackageClasses = PasswordResets.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {PasswordResets.class, LinkMails.class}))
    @Import(LoginRefusals.class)
    @PropertySource("classpath:mail-without-server.properties")
    static class Parts {

        @Bean
        PasswordEncoder encoder() {
            return PasswordEncoderFactories.createDelegatingPasswordEncoder();
        }
    }
}
