package dev.flagledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Section 1.3 of the admin contract. */
class AccountsTest {

    private static final String PASSWORD = "  correct horse \u00fc ";

    private static final TestDatabase DATABASE = TestDatabase.fresh().migrated();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());

    private static Accounts accounts;

    @BeforeAll
    static void open() {
        accounts = node("");
        accounts.open(1, "Jane@Ex.test", accounts.hash(PASSWORD));
    }

    @Test
    void everyLoginReturnsTheSameTokenUntilLogout() {
        accounts.open(2, "bo@ex.test", accounts.hash(PASSWORD));
        var first = token("bo@ex.test");

        assertThat(first).matches("[0-9a-f]{40}").isEqualTo(token("BO@ex.test"));
        assertThat(accounts.byToken(first))
                .map(Accounts.Holder::account)
                .hasValue(new Accounts.Account(2, "bo@ex.test"));

        accounts.logOut(2);
        assertThat(accounts.byToken(first)).isEmpty();
        assertThat(token("bo@ex.test")).isNotEqualTo(first);
        assertThat(accounts.byToken(token("bo@ex.test"))).isPresent();
    }

    @Test
    void noTokenIsStored() {
        var token = token("jane@ex.test");

        assertThat(JDBC.sql("select account::text from access.account")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@ex.test", "", "jane@ex.test\u0000", "jane@ex.test\ud800"})
    void anUnknownAddressIsRejected(String email) {
        assertThat(accounts.logIn(email, PASSWORD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct horse \u00fc", "  CORRECT HORSE \u00fc ", "a\u0000b", "\ud800"})
    void aWrongPasswordIsRejected(String password) {
        assertThat(accounts.logIn("jane@ex.test", password)).isEmpty();
    }

    @Test
    void nobodyLogsInWithAPasswordToAnAccountWithoutOne() {
        accounts.openWithoutPassword(5, "federated@ex.test");

        assertThat(accounts.logIn("federated@ex.test", PASSWORD)).isEmpty();
        assertThat(accounts.logIn("federated@ex.test", "")).isEmpty();
        assertThat(accounts.matches(5, PASSWORD)).isFalse();
        assertThat(accounts.hasPassword(5)).isFalse();
        assertThat(accounts.isActive(5)).isTrue();
    }

    @Test
    void thePasswordOfAnAccountThatMayNotBeUsedOpensNothing() {
        accounts.open(6, "gone@ex.test", accounts.hash(PASSWORD));
        JDBC.sql("update access.account set active = false where user_id = 6").update();

        assertThat(accounts.logIn("gone@ex.test", PASSWORD)).isEmpty();
        assertThat(accounts.matches(6, PASSWORD)).as("it is the right one").isTrue();
        assertThat(accounts.isActive(6)).isFalse();
    }

    @Test
    void thePasswordOfAnotherIsNotOnes() {
        accounts.open(7, "eve@ex.test", accounts.hash("something else"));

        assertThat(accounts.matches(7, PASSWORD)).isFalse();
        assertThat(accounts.matches(99, PASSWORD)).as("nobody").isFalse();
    }

    @Test
    void allCharactersOfAPasswordCount() {
        var common = "x".repeat(100);
        accounts.open(3, "long@ex.test", accounts.hash(common + "a"));

        assertThat(accounts.logIn("long@ex.test", common + "b")).isEmpty();
        assertThat(accounts.logIn("long@ex.test", common + "a")).isPresent();
    }

    @Test
    void nodesShareTokens() {
        var other = node("");

        assertThat(other.byToken(token("jane@ex.test"))).isPresent();
        assertThat(other.logIn("jane@ex.test", PASSWORD).orElseThrow().token()).isEqualTo(token("jane@ex.test"));
    }

    @Test
    void aLoginAfterAChangeOfTheSecretReturnsAValidToken() {
        accounts.open(4, "moved@ex.test", accounts.hash(PASSWORD));
        var before = token("moved@ex.test");
        var moved = node("a secret of the operator's own choosing");

        var after = moved.logIn("moved@ex.test", PASSWORD).orElseThrow().token();

        assertThat(after).isNotEqualTo(before);
        assertThat(moved.byToken(after)).isPresent();
        assertThat(moved.byToken(before)).isEmpty();
    }

    @Test
    void nodesThatStartConcurrentlyAgreeOnOneSecret() throws Exception {
        var fresh = TestDatabase.fresh().migrated();
        var jdbc = JdbcClient.create(fresh.dataSource());
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var said = nodes.invokeAll(IntStream.range(0, 8)
                    .<Callable<List<Byte>>>mapToObj(_ -> () -> bytes(new InstallationSecret(jdbc, "").mac("x")))
                    .toList());

            assertThat(said)
                    .extracting(Future::get)
                    .containsOnly(said.getFirst().get());
        }
    }

    private static Accounts node(String secret) {
        return new Accounts(
                JDBC,
                new InstallationSecret(JDBC, secret),
                new CredentialChanges(),
                new PasswordConfiguration().passwordEncoder());
    }

    private static String token(String email) {
        return accounts.logIn(email, PASSWORD).orElseThrow().token();
    }

    private static List<Byte> bytes(byte[] array) {
        return IntStream.range(0, array.length).mapToObj(i -> array[i]).toList();
    }
}
