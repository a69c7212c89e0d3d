package dev.flagledger.command.user.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.session.rule.LoginRefusals;
import dev.flagledger.api.Actor;
import dev.flagledger.api.user.AccountCommand.ChangeSuperuser;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.context.TestContexts;
import dev.flagledger.command.user.mailed.PasswordResets;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.ledger.command.Commands;
import dev.flagledger.ledger.log.Attribution;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Whom the setting with an address makes a superuser. */
class SuperusersTest {

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, Accounts.class, Parts.class);

    private final Superusers superusers = NODE.get(Superusers.class);
    private final Accounts accounts = NODE.get(Accounts.class);
    private final Commands commands = NODE.get(Commands.class);
    private final String email = UUID.randomUUID() + "@example.test";

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void theAccountIsOpenedAndItsUserMadeASuperuser() {
        assertThat(superusers.ensure(email)).isPresent();
        assertThat(isSuperuser()).isTrue();
        assertThat(superusers.ensure(email)).as("until there is a password").isPresent();
    }

    /** Anybody could have registered with the address. */
    @Test
    void anAccountThatSomebodyElseHasOpenedIsLeftAsItIs() {
        int id = NODE.get(Ids.class).next(Ids.Kind.USER);
        commands.send(
                new RegisterUser(id, UUID.randomUUID(), email, "Mal", "Ory"),
                Attribution.SYSTEM,
                () -> accounts.open(id, email, null));

        assertThat(superusers.ensure(email)).isEmpty();
        assertThat(isSuperuser()).isFalse();
    }

    @Test
    void whoIsNoSuperuserAnyMoreIsNotMadeOneAgain() {
        superusers.ensure(email);
        commands.send(new ChangeSuperuser(user(), false), Attribution.SYSTEM);

        assertThat(superusers.ensure(email)).isEmpty();
        assertThat(isSuperuser()).isFalse();
    }

    /** A start that breaks off between the two is completed by the next one. */
    @Test
    void whoIsNotMadeASuperuserYetIsLater() {
        superusers.ensure(email);
        commands.send(
                new ChangeSuperuser(user(), false),
                Attribution.SYSTEM,
                () -> NODE.get(AccountChanges.class).awaitPromotion(user(), true));

        superusers.ensure(email);

        assertThat(isSuperuser()).isTrue();
    }

    private int user() {
        return accounts.byEmail(email).orElseThrow().userId();
    }

    private boolean isSuperuser() {
        return TestContexts.of(NODE, Actor.SYSTEM)
                .installation()
                .user(user())
                .orElseThrow()
                .standing()
                .superuser();
    }

    @ComponentScan(
            basePackageClasses = AccountChanges.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
    @ComponentScan(
            basePackageClasses = PasswordResets.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(PasswordResets|LinkMails)"))
    @ComponentScan(
            basePackageClasses = Superusers.class,
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Superusers.class))
    @Import(LoginRefusals.class)
    @PropertySource("classpath:mail-without-server.properties")
    static class Parts {

        @Bean
        PasswordEncoder encoder() {
            return PasswordEncoderFactories.createDelegatingPasswordEncoder();
        }
    }
}
