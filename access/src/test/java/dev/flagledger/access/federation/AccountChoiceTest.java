package dev.flagledger.access.federation;

import static dev.flagledger.access.federation.FederationRefused.Reason.EMAIL;
import static dev.flagledger.access.federation.FederationRefused.Reason.LINK_FIRST;
import static dev.flagledger.access.federation.FederationRefused.Reason.NO_ACCOUNT;
import static dev.flagledger.access.federation.FederationRefused.Reason.OTHER_SUBJECT;
import static dev.flagledger.access.federation.FederationRefused.Reason.SECOND_FACTOR;
import static dev.flagledger.access.federation.FederationRefused.Reason.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.flagledger.access.federation.AccountChoice.Choice;
import dev.flagledger.access.federation.AccountChoice.Known;
import dev.flagledger.access.federation.Admission.Trust;
import dev.flagledger.access.federation.FederationRefused.Reason;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.Accounts.Account;
import dev.flagledger.access.secret.TestAccounts;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.testing.TestDatabase;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountChoiceTest {

    private static final FederatedProvider PROVIDER = new FederatedProvider(FederatedProvider.Kind.OIDC, 7);

    private static final FederatedProvider GONE = new FederatedProvider(FederatedProvider.Kind.OIDC, 8);

    private static final Account ANA = new Account(1, "ana@ex.test");
    private static final Account BO = new Account(2, "bo@ex.test");
    private static final Account SHUT = new Account(3, "new@ex.test");
    private static final Account PROVEN = new Account(4, "cy@ex.test");

    private static LinkedLogins links;
    private static AccountChoice choice;

    @BeforeAll
    static void open() {
        var database = TestDatabase.fresh().migrated();
        var jdbc = JdbcClient.create(database.dataSource());
        Accounts accounts = TestAccounts.on(database);
        accounts.open(ANA.userId(), ANA.email(), "a hash");
        accounts.open(BO.userId(), BO.email(), "a hash");
        accounts.openWithoutPassword(SHUT.userId(), SHUT.email());
        accounts.open(PROVEN.userId(), PROVEN.email(), "a hash");
        jdbc.sql("update access.account set address_proven = true where account.user_id = 4")
                .update();
        links = new LinkedLogins(jdbc);
        links.link(BO.userId(), PROVIDER, "bo");
        choice = new AccountChoice(accounts, links);
    }

    @Test
    void theSubjectDecidesWhateverTheAddress() {
        assertThat(chosen("bo", "ana@ex.test", true, Trust.NOBODY, _ -> false)).isEqualTo(new Choice.Linked(BO));
        assertThat(chosen("bo", null, false, Trust.NOBODY, _ -> false)).isEqualTo(new Choice.Linked(BO));
    }

    @Test
    void somebodyNewGetsAnAccountInLowerCase() {
        assertThat(chosen("eve", " Eve@Ex.test ", true, Trust.NOBODY, _ -> false))
                .isEqualTo(new Choice.ToOpen("eve@ex.test"));
    }

    @Test
    void aConfigurationMayCreateNoAccounts() {
        var admission = new Admission(Trust.EVERYONE, false, 5, Role.USER);

        assertRefused(
                NO_ACCOUNT,
                () -> choice.of(identity("eve", "eve@ex.test", true), admission, known(_ -> false, _ -> false)));
    }

    @Test
    void anUnverifiedAddressTakesOverNoAccountAndMakesNone() {
        assertRefused(EMAIL, () -> chosen("ana", "ana@ex.test", false, Trust.EVERYONE, _ -> true));
        assertRefused(EMAIL, () -> chosen("eve", "eve@ex.test", false, Trust.EVERYONE, _ -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "ana@ex.test\0", "ana\n@ex.test", "\ud800@ex.test"})
    void whatIsNoAddressIsRefused(String email) {
        assertRefused(EMAIL, () -> chosen("ana", email, true, Trust.EVERYONE, _ -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\0", "a\n", "\ud800"})
    void whatCannotBeStoredIsNoSubject(String subject) {
        assertRefused(SUBJECT, () -> chosen(subject, "ana@ex.test", true, Trust.EVERYONE, _ -> true));
        assertRefused(SUBJECT, () -> chosen("a".repeat(256), "ana@ex.test", true, Trust.EVERYONE, _ -> true));
    }

    @Test
    void aProviderOfTheInstallationOpensTheAccountWithAProvenAddress() {
        assertThat(chosen("cy", "Cy@ex.test", true, Trust.EVERYONE, _ -> false)).isEqualTo(new Choice.ToLink(PROVEN));
    }

    /** Anybody can have registered it. */
    @Test
    void aProviderOfTheInstallationTakesAnAccountWithAnUnprovenAddressFromWhoHadIt() {
        assertThat(chosen("ana", "Ana@ex.test", true, Trust.EVERYONE, _ -> false))
                .isEqualTo(new Choice.ToReclaim(ANA));
    }

    @Test
    void aSecondFactorIsNotTakenFromWhoHasTheAccount() {
        var admission = new Admission(Trust.EVERYONE, true, null, Role.USER);
        var all = new Known(_ -> false, _ -> false, _ -> true, _ -> false);

        assertRefused(SECOND_FACTOR, () -> choice.of(identity("ana", "ana@ex.test", true), admission, all));
        assertThat(choice.of(identity("cy", "cy@ex.test", true), admission, all))
                .as("whoever has proven the address is asked for the code afterwards")
                .isEqualTo(new Choice.ToLink(PROVEN));
    }

    @ParameterizedTest
    @EnumSource
    void noProviderOpensTheAccountOfASuperuser(Trust trust) {
        var admission = new Admission(trust, true, 5, Role.USER);
        links.link(PROVEN.userId(), GONE, "cy");
        links.forget(GONE, 5);

        assertRefused(
                LINK_FIRST,
                () -> choice.of(identity("cy", "cy@ex.test", true), admission, known(_ -> true, _ -> true)));
        assertRefused(
                LINK_FIRST,
                () -> choice.of(identity("ana", "ana@ex.test", true), admission, known(_ -> true, _ -> true)));
    }

    @Test
    void aProviderOfAnOrganisationOpensNoAccountWithAPassword() {
        assertRefused(LINK_FIRST, () -> chosen("ana", "ana@ex.test", true, Trust.NOBODY, _ -> true));
        assertRefused(LINK_FIRST, () -> chosen("ana", "ana@ex.test", true, Trust.NOBODY, _ -> false));
    }

    @Test
    void aTrustedProviderOfAnOrganisationOpensAccountsOfItsMembersOnly() {
        assertThat(chosen("ana", "ana@ex.test", true, Trust.MEMBERS, _ -> true)).isEqualTo(new Choice.ToLink(ANA));
        assertRefused(LINK_FIRST, () -> chosen("ana", "ana@ex.test", true, Trust.MEMBERS, _ -> false));
    }

    /** The organisation reads the mails of its domain. Anybody can have registered an address that nobody has proven. */
    @Test
    void aProviderOpensAccountsWithAProvenAddressOfTheOrganisationsDomain() {
        var admission = new Admission(Trust.NOBODY, true, 5, Role.USER);
        var owner = new Known(_ -> false, _ -> false, _ -> true, "cy@ex.test"::equals);
        assertThat(choice.of(identity("cy", "cy@ex.test", true), admission, owner))
                .isEqualTo(new Choice.ToLink(PROVEN));
        assertRefused(EMAIL, () -> choice.of(identity("cy", "cy@ex.test", false), admission, owner));
        assertRefused(LINK_FIRST, () -> chosen("cy", "cy@ex.test", true, Trust.NOBODY, _ -> true));

        var ofAll = new Known(_ -> true, _ -> false, _ -> false, _ -> true);
        assertRefused(LINK_FIRST, () -> choice.of(identity("ana", "ana@ex.test", true), admission, ofAll));
        var superusers = new Known(_ -> true, _ -> true, _ -> false, _ -> true);
        assertRefused(LINK_FIRST, () -> choice.of(identity("cy", "cy@ex.test", true), admission, superusers));
    }

    @Test
    void aProviderOfAnOrganisationOpensNoAccountThatNobodyCanOpen() {
        assertRefused(LINK_FIRST, () -> chosen("new", "new@ex.test", true, Trust.NOBODY, _ -> true));
    }

    @Test
    void anAccountWhoseProviderIsGoneIsOpenedByProvidersOfTheSameOrganisationOnly() {
        links.link(SHUT.userId(), GONE, "new");
        links.forget(GONE, 6);
        assertRefused(LINK_FIRST, () -> chosen("new", "new@ex.test", true, Trust.NOBODY, _ -> true));

        links.link(SHUT.userId(), GONE, "new");
        links.forget(GONE, 5);
        assertThat(chosen("new", "new@ex.test", true, Trust.NOBODY, _ -> true)).isEqualTo(new Choice.ToLink(SHUT));

        links.unlinkAll(SHUT.userId());
        assertRefused(LINK_FIRST, () -> chosen("new", "new@ex.test", true, Trust.NOBODY, _ -> true));
    }

    @Test
    void anAccountThatADirectoryHasOpenedIsOpenedByProvidersOfTheSameOrganisationOnly() {
        links.permit(SHUT.userId(), 6);
        assertRefused(LINK_FIRST, () -> chosen("new", "new@ex.test", true, Trust.NOBODY, _ -> true));

        links.permit(SHUT.userId(), 5);
        assertThat(chosen("new", "new@ex.test", true, Trust.NOBODY, _ -> true)).isEqualTo(new Choice.ToLink(SHUT));

        links.unlinkAll(SHUT.userId());
        assertRefused(LINK_FIRST, () -> chosen("new", "new@ex.test", true, Trust.NOBODY, _ -> true));
    }

    /** Companies give addresses of people who have left to others. */
    @Test
    void anAddressGivenToSomebodyElseOpensNoAccount() {
        assertRefused(OTHER_SUBJECT, () -> chosen("ben", "bo@ex.test", true, Trust.EVERYONE, _ -> true));
    }

    @Test
    void aLoginIsAboutTheLinkedAccountOrThatWithTheProvenAddress() {
        assertThat(choice.about(identity("bo", "ana@ex.test", true))).hasValue(BO);
        assertThat(choice.about(identity("ana", "ana@ex.test", true))).hasValue(ANA);
        assertThat(choice.about(identity("ana", "ana@ex.test", false))).isEmpty();
        assertThat(choice.about(identity("eve", "eve@ex.test", true))).isEmpty();
    }

    private static Choice chosen(
            String subject, @Nullable String email, boolean verified, Trust trust, IntPredicate isMember) {
        return choice.of(
                identity(subject, email, verified),
                new Admission(trust, true, 5, Role.USER),
                known(isMember, _ -> false));
    }

    private static Known known(IntPredicate isMember, IntPredicate isSuperuser) {
        return new Known(isMember, isSuperuser, _ -> false, _ -> false);
    }

    private static FederatedIdentity identity(String subject, @Nullable String email, boolean verified) {
        return new FederatedIdentity(PROVIDER, subject, email, verified, "", "", null);
    }

    private static void assertRefused(Reason reason, Runnable login) {
        assertThatThrownBy(login::run)
                .asInstanceOf(type(FederationRefused.class))
                .extracting(FederationRefused::reason)
                .isEqualTo(reason);
    }
}
