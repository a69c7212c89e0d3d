package dev.flagledger.access.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPException;
import dev.flagledger.access.federation.FederatedIdentity;
import dev.flagledger.access.federation.FederatedProvider;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LdapDirectoryTest {

    private static final TestDirectory DIRECTORY = TestDirectory.start();

    private final LdapDirectory direct = new LdapDirectory(DIRECTORY.settings());
    private final LdapDirectory searching =
            new LdapDirectory(DIRECTORY.settings(TestDirectory.SEARCHER, "searcher-password", "", "", false, ""));

    @AfterAll
    static void stop() {
        DIRECTORY.close();
    }

    @Test
    void aGroupHasTheNameInItsDn() {
        assertThat(direct.nameOfGroup("cn=engineers,ou=groups,dc=acme,dc=test")).hasValue("engineers");
        assertThat(direct.nameOfGroup("CN=Ops\\, Berlin,DC=acme")).hasValue("Ops, Berlin");
        assertThat(direct.nameOfGroup("engineers")).isEmpty();
        assertThat(direct.nameOfGroup("")).isEmpty();
        assertThat(direct.nameOfGroup("cn=" + "x".repeat(201))).isEmpty();
        assertThat(direct.nameOfGroup("cn=x,dc=" + "y".repeat(255))).isEmpty();
    }

    @Test
    void aUserLogsInWithTheirPassword() throws LdapFailure {
        var ana = direct.logIn("ana", "ana-password").orElseThrow();

        assertThat(ana.provider()).isEqualTo(FederatedProvider.LDAP);
        assertThat(ana.email()).isEqualTo("ana@acme.test");
        assertThat(ana.verified()).isTrue();
        assertThat(ana.firstName()).isEqualTo("Ana");
        assertThat(ana.lastName()).isEqualTo("L\u00f3pez");
        assertThat(ana.groups()).isEmpty();
        assertThat(searching.logIn("ana", "ana-password")).hasValue(ana);
    }

    @Test
    void theSubjectOutlivesANewName() throws LdapFailure, LDAPException {
        try (var directory = TestDirectory.start()) {
            var login = new LdapDirectory(directory.settings());
            var before = login.logIn("bo", "bo-password").orElseThrow();

            directory.server().modifyDN("uid=bo,ou=people," + TestDirectory.BASE, "uid=bob", true);

            assertThat(login.logIn("bob", "bo-password").orElseThrow().subject())
                    .isEqualTo(before.subject());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bo-password", "ANA-PASSWORD", "ana-password ", "*", "\0"})
    void aWrongPasswordIsRefused(String password) throws LdapFailure {
        assertThat(direct.logIn("ana", password)).isEmpty();
        assertThat(searching.logIn("ana", password)).isEmpty();
    }

    /** A bind without a password succeeds as anonymous. */
    @Test
    void anEmptyPasswordIsRefused() throws LdapFailure {
        assertThat(direct.logIn("ana", "")).isEmpty();
        assertThat(searching.logIn("ana", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "a*",
                "ana)(uid=*",
                "*)(|(uid=*",
                "ana,ou=people",
                "ana,ou=people,dc=acme,dc=test",
                "ana+cn=Ana",
                "nobody",
                "",
                " ",
                "ana\0",
                "\\61na"
            })
    void aNameIsNeitherFilterNorPath(String name) throws LdapFailure {
        assertThat(direct.logIn(name, "ana-password")).isEmpty();
        assertThat(searching.logIn(name, "ana-password")).isEmpty();
    }

    @Test
    void onlyMembersOfTheLoginGroupLogIn() throws LdapFailure {
        var staff = new LdapDirectory(DIRECTORY.settings("", "", TestDirectory.STAFF, "", false, ""));

        assertThat(staff.logIn("ana", "ana-password")).isPresent();
        assertThat(staff.logIn("bo", "bo-password")).isEmpty();
    }

    @Test
    void groupsAreThoseWithACounterpart() throws LdapFailure {
        var groups = TestDirectory.STAFF + ":" + TestDirectory.SALES + ":cn=none," + TestDirectory.BASE;
        var directory = new LdapDirectory(DIRECTORY.settings("", "", "", groups, false, ""));

        assertThat(groups(directory.logIn("ana", "ana-password")))
                .containsExactlyInAnyOrder(TestDirectory.STAFF, TestDirectory.SALES);
        assertThat(groups(directory.logIn("bo", "bo-password"))).containsExactly(TestDirectory.SALES);
    }

    @Test
    void aDirectoryThatIsAwayIsNoWrongPassword() {
        var settings = TestDirectory.start();
        var gone = new LdapDirectory(settings.settings());
        settings.close();

        assertThatThrownBy(() -> gone.logIn("ana", "ana-password"))
                .isInstanceOf(LdapFailure.class)
                .hasMessage("The directory cannot be asked: 91 (connect error): Connection refused");
    }

    @Test
    void aWrongPasswordOfTheSearcherIsNoWrongPasswordOfTheUser() {
        var settings = DIRECTORY.settings(TestDirectory.SEARCHER, "wrong", "", "", false, "");

        assertThatThrownBy(() -> new LdapDirectory(settings).logIn("ana", "ana-password"))
                .isInstanceOf(LdapFailure.class)
                .hasMessageStartingWith("FLAGLEDGER_LDAP_BIND_DN cannot log in: 49 (invalid credentials): ")
                .hasMessageNotContainingAny("wrong", "ana-password");
    }

    /** Active Directory binds by the principal name first, which may be another user's account name. */
    @Test
    void whoIsFoundByTheNameIsWhoHasThePassword() throws LdapFailure {
        var domain = new LdapDirectory(DIRECTORY.settingsOfDomain());

        assertThat(domain.logIn("bo", "ana-password")).isEmpty();
        assertThat(domain.logIn("ana", "ana-password").orElseThrow().email()).isEqualTo("ana@acme.test");
    }

    private static Iterable<String> groups(Optional<FederatedIdentity> identity) {
        return identity.map(FederatedIdentity::groups).orElseThrow();
    }
}
