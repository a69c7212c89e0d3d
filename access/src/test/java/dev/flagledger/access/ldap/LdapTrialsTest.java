package dev.flagledger.access.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.login.Trial;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LdapTrialsTest {

    private static final TestDirectory DIRECTORY = TestDirectory.start();
    private static final String NOWHERE = "cn=nobody,ou=groups," + TestDirectory.BASE;

    @AfterAll
    static void stop() {
        DIRECTORY.close();
    }

    @Test
    void withoutAnAddressThereIsNoDirectory() {
        assertThat(trials(settings("", TestDirectory.BASE)).ofSettings().problem())
                .isEqualTo("not_configured");
    }

    @Test
    void aDirectoryThatDoesNotAnswerIsUnreachable() {
        var trial = trials(settings("ldap://127.0.0.1:1", TestDirectory.BASE)).ofSettings();

        assertThat(trial.problem()).isEqualTo("unreachable");
        assertThat(trial.detail()).startsWith("The directory cannot be asked: 91 (connect error): ");
    }

    /** The directory of this test cannot secure connections. */
    @Test
    void aDirectoryThatCannotBeReachedSecurelyIsUnreachable() {
        var secured = DIRECTORY.settings("", "", "", "", true, "");

        assertThat(trials(secured).ofSettings().problem()).isEqualTo("unreachable");
        assertThat(trials(secured).ofUser("ana", "ana-password").problem()).isEqualTo("unreachable");
    }

    @Test
    void withoutAUserWhoSearchesOnlyTheConnectionIsTried() {
        var trial = trials(DIRECTORY.settings()).ofSettings();

        assertThat(trial.success()).isTrue();
        assertThat(trial.detail()).contains("Without FLAGLEDGER_LDAP_BIND_DN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", ""})
    void theUserWhoSearchesHasToLogIn(String password) {
        var trial = trials(DIRECTORY.settings(TestDirectory.SEARCHER, password, "", "", false, ""))
                .ofSettings();

        assertThat(trial.problem()).isEqualTo("bind");
        assertThat(trial.detail()).startsWith("FLAGLEDGER_LDAP_BIND_DN cannot log in: ");
    }

    @Test
    void whatTheSettingsNameHasToExist() {
        assertThat(searching(TestDirectory.STAFF, TestDirectory.SALES).ofSettings())
                .isEqualTo(Trial.passed("The directory can be reached and searched, and has what the settings name."));
        assertMissing(searching(NOWHERE, ""), "login_group", "FLAGLEDGER_LDAP_LOGIN_GROUP names " + NOWHERE);
        assertMissing(
                searching("", TestDirectory.SALES + ":" + NOWHERE),
                "synced_groups",
                "FLAGLEDGER_LDAP_SYNCED_GROUPS names " + NOWHERE);
        assertMissing(searching("not a name", ""), "login_group", "FLAGLEDGER_LDAP_LOGIN_GROUP: ");
        assertMissing(
                trials(settings(address(), "ou=nowhere," + TestDirectory.BASE)),
                "search_base",
                "FLAGLEDGER_LDAP_SEARCH_BASE names ou=nowhere");
    }

    @Test
    void aUserPassesWithWhatWouldBeKnown() {
        var trial = searching(TestDirectory.STAFF, TestDirectory.STAFF + ":" + TestDirectory.SALES)
                .ofUser("ana", "ana-password");

        assertThat(trial.success()).isTrue();
        assertThat(trial.detail())
                .contains("e-mail address: ana@acme.test; first name: Ana; last name: L\u00f3pez; groups: ")
                .contains(TestDirectory.STAFF, TestDirectory.SALES)
                .doesNotContain("ana-password");
        assertThat(trials(DIRECTORY.settings()).ofUser("ana", "ana-password").success())
                .isTrue();
    }

    /** A bind without a password succeeds as anonymous. */
    @ParameterizedTest
    @CsvSource({"ana, bo-password", "ana, ''", "'', ana-password", "nobody, ana-password", "*, ana-password"})
    void whoTheDirectoryDoesNotKnowIsNotLetIn(String name, String password) {
        assertThat(trials(DIRECTORY.settings()).ofUser(name, password).problem())
                .isEqualTo(LdapTrials.CREDENTIALS);
        assertThat(searching("", "").ofUser(name, password).problem()).isIn(LdapTrials.CREDENTIALS, LdapTrials.USER);
    }

    @Test
    void whoIsNotFoundIsToldFromAWrongPassword() {
        var trial = searching("", "").ofUser("nobody", "ana-password");

        assertThat(trial.problem()).isEqualTo(LdapTrials.USER);
        assertThat(trial.detail()).contains("inetOrgPerson with this uid below ou=people," + TestDirectory.BASE);
    }

    @Test
    void whoIsNotInTheLoginGroupIsNotLetIn() {
        var trial = searching(TestDirectory.STAFF, "").ofUser("bo", "bo-password");

        assertThat(trial.problem()).isEqualTo("not_in_login_group");
        assertThat(trial.detail())
                .isEqualTo("uid=bo,ou=people," + TestDirectory.BASE + " is not in " + TestDirectory.STAFF + ".");
    }

    @Test
    void whoHasNoAddressIsNotLetIn() throws LDAPException, LDIFException {
        try (var directory = TestDirectory.start()) {
            directory
                    .server()
                    .modify("dn: uid=bo,ou=people," + TestDirectory.BASE, "changetype: modify", "delete: mail");

            var trial = trials(directory.settings()).ofUser("bo", "bo-password");
            assertThat(trial.problem()).isEqualTo("email");
            assertThat(trial.detail()).contains("e-mail address: none; first name: Bo;");
        }
    }

    private static void assertMissing(LdapTrials trials, String problem, String detail) {
        var trial = trials.ofSettings();

        assertThat(trial.problem()).isEqualTo(problem);
        assertThat(trial.detail()).startsWith(detail);
        assertThat(trials.ofUser("ana", "ana-password")).isEqualTo(trial);
    }

    private static LdapTrials searching(String loginGroup, String groups) {
        return trials(DIRECTORY.settings(TestDirectory.SEARCHER, "searcher-password", loginGroup, groups, false, ""));
    }

    private static LdapTrials trials(LdapSettings settings) {
        return new LdapTrials(settings, new LdapDirectory(settings));
    }

    private static String address() {
        return DIRECTORY.settings().url();
    }

    private static LdapSettings settings(String url, String searchBase) {
        var second = Duration.ofSeconds(1);
        return new LdapSettings(
                url,
                false,
                "",
                second,
                second,
                searchBase,
                "inetOrgPerson",
                "",
                TestDirectory.SEARCHER,
                "searcher-password",
                "",
                "",
                0,
                Role.USER,
                new LdapSettings.Attributes("uid", "givenName", "sn", "mail"));
    }
}
