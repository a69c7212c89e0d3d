package dev.flagledger.command.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.federation.Admission;
import dev.flagledger.access.federation.Admission.Trust;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.access.invite.InvitedPeople;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.api.Actor;
import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.api.user.Origin;
import dev.flagledger.api.user.SignUpType;
import dev.flagledger.api.user.UserCommand.RegisterUser;
import dev.flagledger.command.TestCommandSide;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.context.TestContexts;
import dev.flagledger.command.invite.rule.InvitedOnly;
import dev.flagledger.command.invite.rule.SignUpClaim;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.testing.TestDatabase;
import dev.flagledger.testing.TestNode;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The rules of registrations hold for people of identity providers, on a server where only the invited may register. */
class NewAccountsTest {

    private static final TestNode NODE =
            TestNode.on(TestDatabase.fresh().migrated(), TestCommandSide.class, Parts.class);
    private static final Admission ANYBODY = new Admission(Trust.EVERYONE, true, null, Role.USER);
    private static final Admission MEMBERS = new Admission(Trust.NOBODY, true, 7, Role.USER);

    private final InvitedPeople people = NODE.get(InvitedPeople.class);
    private final Accounts accounts = NODE.get(Accounts.class);
    private final NewAccounts opening = opening(false);

    @BeforeAll
    static void registerTheFirstUser() {
        context()
                .send(
                        new RegisterUser(900, UUID.randomUUID(), "first@ex.test", "First", "User"),
                        () -> NODE.get(Accounts.class).openWithoutPassword(900, "first@ex.test"));
    }

    @AfterAll
    static void close() {
        NODE.close();
    }

    @Test
    void onlyPeopleOfAnOrganisationNeedNoInvite() {
        opening.require(context(), MEMBERS, SignUpClaim.NONE, "eve@ex.test");

        assertThatThrownBy(() -> opening.require(context(), ANYBODY, SignUpClaim.NONE, "eve@ex.test"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whereNobodyMayRegisterNobodyGetsAnAccount() {
        var closed = opening(true);

        for (var admission : new Admission[] {ANYBODY, MEMBERS}) {
            assertThatThrownBy(() -> closed.require(context(), admission, SignUpClaim.NONE, "eve@ex.test"))
                    .isInstanceOf(FederationRefused.class);
        }
    }

    @Test
    void anAccountHasTheIdThatWasKeptForItsAddress() {
        int kept = people.idOf("bo@ex.test");
        var bo = new FederatedIdentity(FederatedProvider.GITHUB, "8", "bo@ex.test", true, "Bo", "Rey", null);
        var claim = new SignUpClaim(SignUpType.INVITE_EMAIL, null);

        var opened = opening.open(context(), "bo@ex.test", bo, claim, _ -> {}).orElseThrow();

        assertThat(opened.userId()).isEqualTo(kept);
        assertThat(accounts.hasPassword(kept)).isFalse();
        assertThat(context().installation().user(kept).orElseThrow().standing().origin())
                .isEqualTo(new Origin(LoginMethod.GITHUB, SignUpType.INVITE_EMAIL));
        assertThat(opening.open(context(), "bo@ex.test", bo, claim, _ -> {}))
                .as("the address is taken")
                .isEmpty();
    }

    private NewAccounts opening(boolean preventSignup) {
        var settings = new AccountSettings(false, preventSignup, false, false, 5, Duration.ofDays(1));
        return new NewAccounts(settings, NODE.get(InvitedOnly.class), people, accounts);
    }

    private static CommandContext context() {
        return TestContexts.of(NODE, Actor.ANONYMOUS);
    }

    @Import({Accounts.class, InvitedPeople.class})
    @ComponentScan(
            basePackageClasses = InvitedOnly.class,
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.invite\\.rule\\.(InvitedOnly|InviteConfiguration)"))
    @PropertySource("classpath:invited-only.properties")
    static class Parts {

        @Bean
        PasswordEncoder encoder() {
            return PasswordEncoderFactories.createDelegatingPasswordEncoder();
        }
    }
}
