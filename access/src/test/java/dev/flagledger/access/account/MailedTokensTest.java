package dev.flagledger.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.account.MailedTokens.Limit;
import dev.flagledger.access.account.MailedTokens.Purpose;
import dev.flagledger.access.account.MailedTokens.Use;
import dev.flagledger.testing.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Section 1.6 of the admin contract. */
class MailedTokensTest {

    private static final DataSource DATABASE = TestDatabase.fresh().migrated().dataSource();
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE);
    private static final TransactionTemplate TRANSACTION =
            new TransactionTemplate(new JdbcTransactionManager(DATABASE));

    private static final Use RESET = new Use(1, Purpose.PASSWORD_RESET, "before the login");
    private static final Limit FIVE_A_DAY = new Limit(5, Duration.ofDays(1));

    private final MailedTokens tokens = new MailedTokens(JDBC);

    @BeforeEach
    void openTwoAccounts() {
        JDBC.sql("delete from access.account").update();
        for (int user = 1; user <= 2; user++) {
            JDBC.sql("""
                            insert into access.account (user_id, email, token_nonce, token_digest)
                            values (:user, :email, gen_random_uuid(), :digest)""")
                    .param("user", user)
                    .param("email", user + "@ex.test")
                    .param("digest", new byte[] {(byte) user})
                    .update();
        }
    }

    @Test
    void aTokenIsGoodForOneUse() {
        var token = drawn();

        assertThat(token).matches("[0-9a-f]{40}");
        assertThat(tokens.isValid(RESET, token)).isTrue();
        assertThat(tokens.redeem(RESET, token)).isTrue();
        assertThat(tokens.redeem(RESET, token)).isFalse();
        assertThat(tokens.isValid(RESET, token)).isFalse();
    }

    @Test
    void aTokenIsGoodForWhatItWasDrawnForOnly() {
        var token = drawn();

        assertThat(tokens.redeem(new Use(2, Purpose.PASSWORD_RESET, RESET.state()), token))
                .isFalse();
        assertThat(tokens.redeem(new Use(1, Purpose.ACTIVATION, RESET.state()), token))
                .isFalse();
        assertThat(tokens.redeem(new Use(1, Purpose.PASSWORD_RESET, "after the login"), token))
                .isFalse();
        assertThat(tokens.redeem(RESET, token + "0")).isFalse();
        assertThat(tokens.redeem(RESET, "\u0000")).isFalse();
        assertThat(tokens.redeem(RESET, token)).isTrue();
    }

    @Test
    void aTokenIsGoodForThreeDays() {
        var token = drawn();

        pass(Duration.ofDays(3).minusMinutes(1));
        assertThat(tokens.isValid(RESET, token)).isTrue();
        pass(Duration.ofMinutes(2));
        assertThat(tokens.isValid(RESET, token)).isFalse();
        assertThat(tokens.redeem(RESET, token)).isFalse();
    }

    @Test
    void noTokenIsStored() {
        var token = drawn();

        assertThat(JDBC.sql("select mailed_token::text from access.mailed_token")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    @Test
    void fiveAreDrawnADayAndAsManyAgainOnceTheyAreEnded() {
        IntStream.range(0, 5).forEach(_ -> assertThat(draw(RESET)).isPresent());
        assertThat(draw(RESET)).isEmpty();
        assertThat(tokens.mayDraw(RESET, FIVE_A_DAY)).isFalse();
        assertThat(draw(new Use(2, Purpose.PASSWORD_RESET, "")))
                .as("each for themselves")
                .isPresent();
        assertThat(draw(new Use(1, Purpose.ACTIVATION, "")))
                .as("for something else")
                .isPresent();

        pass(Duration.ofHours(25));
        assertThat(draw(RESET)).isPresent();
        IntStream.range(0, 4).forEach(_ -> draw(RESET));
        assertThat(draw(RESET)).isEmpty();

        tokens.endAllOf(1);
        assertThat(draw(RESET)).isPresent();
    }

    @Test
    void concurrentRequestsAreLimitedLikeConsecutiveOnes() throws Exception {
        try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            var drawn = requests.invokeAll(IntStream.range(0, 12)
                    .<Callable<Optional<String>>>mapToObj(_ -> () -> draw(RESET))
                    .toList());

            assertThat(drawn.stream().map(Future::resultNow).filter(Optional::isPresent))
                    .hasSize(5);
        }
    }

    @Test
    void aClosedAccountHasNoTokens() {
        var token = drawn();
        JDBC.sql("delete from access.account where user_id = 1").update();

        assertThat(tokens.isValid(RESET, token)).isFalse();
        assertThat(draw(RESET)).isEmpty();
    }

    @Test
    void oldOnesAreDeleted() {
        draw(RESET);
        pass(Duration.ofDays(4));
        draw(RESET);

        var pruned = JDBC.sql(new MailedTokenConfiguration().oldMailedTokens().sql())
                .param("before", OffsetDateTime.now(ZoneOffset.UTC).minusDays(3))
                .param("most", 10)
                .query(Long.class)
                .single();

        assertThat(pruned).isOne();
    }

    private String drawn() {
        return draw(RESET).orElseThrow();
    }

    private Optional<String> draw(Use use) {
        return TRANSACTION.execute(_ -> tokens.draw(use, FIVE_A_DAY));
    }

    /** Moves all tokens into the past. */
    private static void pass(Duration time) {
        JDBC.sql("update access.mailed_token set mailed_at = mailed_at - :seconds * interval '1 second'")
                .param("seconds", time.toSeconds())
                .update();
    }
}
