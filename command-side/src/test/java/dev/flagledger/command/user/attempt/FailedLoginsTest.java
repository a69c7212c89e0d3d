package dev.flagledger.command.user.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.ledger.secret.InstallationSecret;
import dev.flagledger.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FailedLoginsTest {

    private static final String ANA = "ana@example.test";
    private static final String HERE = "203.0.113.9";
    private static final String ELSEWHERE = "203.0.113.10";

    private static final JdbcClient JDBC =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());

    private final FailedLogins failures = node();
    private final List<Integer> counts = new ArrayList<>();
    private int locks;

    @BeforeEach
    void forget() {
        JDBC.sql("delete from command.failed_login").update();
    }

    @Test
    void whatFailedOnOneNodeCountsOnAll() {
        fail(5);
        var other = node();
        for (int login = 0; login < 5; login++) {
            assertThat(other.guard(ANA, HERE, Optional::empty, this::failed)).isEmpty();
        }

        assertThat(succeeds(ANA)).isFalse();
        assertThat(locks).isOne();
    }

    @Test
    void eachFailureIsToldWithTheirNumber() {
        fail(2);
        succeeds(ANA);
        fail(9);

        assertThat(counts.subList(0, 2)).containsExactly(1, 2);
        assertThat(counts).hasSize(10).endsWith(10);
    }

    @Test
    void whoWasTriedAndFromWhereIsNotToBeReadInTheDatabase() {
        fail(1);

        assertThat(JDBC.sql("select failed_login::text from command.failed_login")
                        .query(String.class)
                        .single())
                .doesNotContain("ana", HERE, HexFormat.of().formatHex(ANA.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aLoginThatSucceedsLeavesNothingBehind() {
        assertThat(succeeds(ANA)).isTrue();

        assertThat(JDBC.sql("select count(*) from command.failed_login")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void afterTenFailuresTheRightPasswordIsRefusedTooInWhateverCaseTheAddressIs() {
        fail(10);

        assertThat(succeeds("Ana@Example.TEST")).isFalse();
        assertThat(succeeds("bo@example.test")).isTrue();
    }

    @Test
    void theOwnerIsNotLockedOutByWhoeverFailsElsewhere() {
        fail(10);

        assertThat(succeeds(ANA, ELSEWHERE)).isTrue();
    }

    @Test
    void aLockIsReportedOnce() {
        fail(9);
        assertThat(locks).isZero();

        fail(20);

        assertThat(locks).isOne();
    }

    @Test
    void loginsThatSucceedAreNotCounted() {
        for (int login = 0; login < 30; login++) {
            assertThat(succeeds(ANA)).isTrue();
        }
    }

    @Test
    void whatFailedBeforeASuccessStillCounts() {
        fail(9);
        assertThat(succeeds(ANA)).isTrue();
        fail(1);

        assertThat(succeeds(ANA)).isFalse();
    }

    @Test
    void aLoginThatIsUnderWayCountsAsFailedUntilItIsKnown() {
        fail(9);

        var outer = failures.guard(
                ANA,
                HERE,
                () -> {
                    assertThat(succeeds(ANA)).isFalse();
                    return Optional.of("in");
                },
                this::failed);

        assertThat(outer).contains("in");
        assertThat(succeeds(ANA)).isTrue();
    }

    @Test
    void aLockIsReportedOnlyOnceAsManyHaveFailedAsMay() {
        fail(8);

        failures.guard(
                ANA,
                HERE,
                () -> {
                    fail(1);
                    return Optional.of("in");
                },
                this::failed);
        assertThat(locks).isZero();

        fail(1);
        assertThat(locks).isOne();
    }

    @Test
    void whatCouldNotBeLookedAtDidNotFail() {
        for (int login = 0; login < 30; login++) {
            assertThatThrownBy(() -> failures.guard(
                            ANA,
                            HERE,
                            () -> {
                                throw new IllegalStateException("the database is away");
                            },
                            this::failed))
                    .hasMessage("the database is away");
        }

        assertThat(succeeds(ANA)).isTrue();
    }

    /** Leaves attempts in progress, as nodes do that die. */
    @Test
    void loginsThatAreNeverSettledCountForAMinute() {
        fail(1);
        JDBC.sql("update command.failed_login set under_way = 9, failed = 0").update();
        pass(Duration.ofMinutes(2));

        fail(9);
        assertThat(locks).isZero();
        fail(1);
        assertThat(locks).isOne();
    }

    @Test
    void anAttemptDoesNotProlongTheTimeOfLoginsThatAreNeverSettled() {
        fail(1);
        JDBC.sql("update command.failed_login set under_way = 10, failed = 0").update();

        pass(Duration.ofSeconds(45));
        assertThat(succeeds(ANA)).isFalse();
        pass(Duration.ofSeconds(45));
        assertThat(succeeds(ANA)).isTrue();
    }

    @Test
    void anAttemptWhileLockedBeginsTheQuarterOfAnHourAnew() {
        fail(10);

        pass(Duration.ofMinutes(14));
        assertThat(succeeds(ANA)).isFalse();
        pass(Duration.ofMinutes(14));
        assertThat(succeeds(ANA)).isFalse();
        pass(Duration.ofMinutes(16));
        assertThat(succeeds(ANA)).isTrue();
    }

    private void fail(int times) {
        for (int login = 0; login < times; login++) {
            assertThat(failures.guard(ANA, HERE, Optional::empty, this::failed)).isEmpty();
        }
    }

    private boolean succeeds(String email) {
        return succeeds(email, HERE);
    }

    private boolean succeeds(String email, String address) {
        return failures.guard(email, address, () -> Optional.of("in"), this::failed)
                .isPresent();
    }

    private void failed(int all) {
        counts.add(all);
        if (all == FailedLogins.LIMIT) {
            locks++;
        }
    }

    private static FailedLogins node() {
        return new FailedLogins(JDBC, new InstallationSecret(JDBC, ""));
    }

    /** Moves all attempts into the past. */
    private static void pass(Duration time) {
        JDBC.sql("update command.failed_login set tried_at = tried_at - :seconds * interval '1 second'")
                .param("seconds", time.toSeconds())
                .update();
    }
}
