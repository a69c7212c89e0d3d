package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flagledger.access.account.AccountChanges;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Nobody learns whether there is an account with an address: the same answer, after the same work. The work is counted where it takes
 * long, which is the hashing of passwords, since times vary.
 */
class UnknownAddressesIT {

    private static final String PASSWORD = "un-guess-able 7";
    private static final String KNOWN = "known@example.test";
    private static final String WITHOUT_PASSWORD = "linked@example.test";
    private static final String DEACTIVATED = "gone@example.test";
    private static final String UNKNOWN = "nobody@example.test";
    private static final AtomicInteger HASHED = new AtomicInteger();

    private static RunningNode node;

    @BeforeAll
    static void start() {
        node = RunningNode.start(
                Role.ALL,
                Map.of(
                        "spring.datasource.url", TestDatabase.fresh().migrated().url(),
                        "server.port", "0",
                        "flagledger.login.per-minute", "0",
                        "flagledger.invite.required", "true",
                        "flagledger.dashboard.url", "https://flags.example.test",
                        "flagledger.mail.host", "127.0.0.1",
                        "flagledger.mail.port", "1",
                        "flagledger.mail.from", "flags@example.test"),
                Counting.class);
        node.awaitReady();
        assertThat(register(KNOWN).status()).as("the first user").isEqualTo(201);
        var accounts = node.part(Accounts.class);
        accounts.openWithoutPassword(1_000_901, WITHOUT_PASSWORD);
        accounts.open(1_000_902, DEACTIVATED, accounts.hash(PASSWORD));
        node.part(AccountChanges.class).changeActive(1_000_902, false);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void everyRefusedLoginHashesOnePassword() {
        var expected = "400 {\"non_field_errors\":[\"Unable to log in with provided credentials.\"]} hashed 1";

        assertThat(told(() -> logIn(KNOWN, "guessed"))).isEqualTo(expected);
        assertThat(told(() -> logIn(UNKNOWN, "guessed"))).isEqualTo(expected);
        assertThat(told(() -> logIn(WITHOUT_PASSWORD, "guessed"))).isEqualTo(expected);
        assertThat(told(() -> logIn(DEACTIVATED, "guessed"))).isEqualTo(expected);
        assertThat(told(() -> logIn(DEACTIVATED, PASSWORD))).isEqualTo(expected);
        assertThat(told(() -> logIn("no address", "guessed"))).isEqualTo(expected);
        assertThat(told(() -> logIn("", ""))).isEqualTo(expected);
    }

    @Test
    void whoIsNotInvitedIsNotToldWhoIsRegistered() {
        var expected =
                "403 {\"detail\":\"User registration without an invite is disabled for this installation.\"} hashed 0";

        assertThat(told(() -> register(UNKNOWN))).isEqualTo(expected);
        assertThat(told(() -> register(KNOWN))).isEqualTo(expected);
    }

    /** The mail needs the row of the account, which is locked: a response that waited for it would not come. */
    @Test
    void aResetIsAnsweredBeforeItIsKnownWhetherThereIsAnAccount() {
        node.part(TransactionTemplate.class).executeWithoutResult(_ -> {
            jdbc().sql("select account.user_id from access.account where account.email = :email for update")
                    .param("email", KNOWN)
                    .query(Integer.class)
                    .single();

            assertThat(told(() -> reset(KNOWN))).isEqualTo("204  hashed 0");
            assertThat(told(() -> reset(UNKNOWN))).isEqualTo("204  hashed 0");
            assertThat(mails()).isZero();
        });

        await().atMost(Duration.ofSeconds(30)).until(() -> mails() == 1);
    }

    private static String told(Supplier<Api.Answer> call) {
        int before = HASHED.get();
        var answer = call.get();
        return answer.status() + " " + answer.text() + " hashed " + (HASHED.get() - before);
    }

    private static Api.Answer logIn(String email, String password) {
        return Api.of(node.address()).post("auth/login/", Map.of("email", email, "password", password));
    }

    private static Api.Answer register(String email) {
        var account = Map.of("email", email, "password", PASSWORD, "first_name", "Ana", "last_name", "Lopez");
        return Api.of(node.address()).post("auth/users/", account);
    }

    private static Api.Answer reset(String email) {
        return Api.of(node.address()).post("auth/users/reset_password/", Map.of("email", email));
    }

    private static int mails() {
        return jdbc().sql("select count(*) from access.mail")
                .query(Integer.class)
                .single();
    }

    private static JdbcClient jdbc() {
        return node.part(JdbcClient.class);
    }

    /** Counts what a real hash would take long for. */
    static class Counting {

        @Bean
        @Primary
        PasswordEncoder countingPasswordEncoder() {
            var quick = new TestServer.QuickPasswords().quickPasswordEncoder();
            return new PasswordEncoder() {
                @Override
                public @Nullable String encode(@Nullable CharSequence password) {
                    HASHED.incrementAndGet();
                    return quick.encode(password);
                }

                @Override
                public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                    HASHED.incrementAndGet();
                    return quick.matches(password, hash);
                }
            };
        }
    }
}
