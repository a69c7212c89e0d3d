package dev.flagledger.access.factor;

import static dev.flagledger.access.factor.SecondFactors.Accepted.BY_APP;
import static dev.flagledger.access.factor.SecondFactors.Accepted.BY_BACKUP_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.http.GuardedServer;
import dev.flagledger.access.secret.Accounts;
import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.testing.TurnedClock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SecondFactorsTest {

    private static final AtomicInteger IDS = new AtomicInteger(2_000);

    private final TurnedClock clock = new TurnedClock();
    private final CredentialChanges changes = new CredentialChanges();
    private final SecondFactors factors = new SecondFactors(
            GuardedServer.bean(JdbcClient.class),
            GuardedServer.bean(InstallationKey.class),
            GuardedServer.bean(BackupCodes.class),
            changes,
            clock);

    @Test
    void theSecretIsTheSameUntilTheFactorIsActive() {
        int user = user();
        var secret = factors.begin(user);

        assertThat(secret).matches("[A-Z2-7]{32}").isEqualTo(factors.begin(user));
        assertThat(factors.begin(user())).isNotEqualTo(secret);
        assertThat(factors.stateOf(user)).isEqualTo(FactorState.PENDING);
    }

    @Test
    void aFactorIsActivatedByACodeOnce() {
        int user = user();
        factors.begin(user);
        long before = changes.count();

        assertThat(factors.stepOf(user, "no code")).isEmpty();
        activate(user);
        assertThat(factors.stateOf(user)).isEqualTo(FactorState.ACTIVE);
        assertThat(changes.count()).isGreaterThan(before);
        assertThat(factors.activate(user, step(), List.of())).isFalse();
    }

    @Test
    void aPendingFactorAcceptsNoCode() {
        int user = user();
        factors.begin(user);

        assertThat(factors.accept(user, code(user))).isEmpty();
        assertThat(factors.accept(user(), "123456")).isEmpty();
    }

    @Test
    void aCodeIsAcceptedOnceAndNoneBeforeIt() {
        int user = user();
        activate(user);
        assertThat(factors.accept(user, code(user)))
                .as("the code of the activation")
                .isEmpty();

        clock.turn(Duration.ofSeconds(30));
        var earlier = code(user);
        clock.turn(Duration.ofSeconds(30));
        assertThat(factors.accept(user, code(user))).hasValue(BY_APP);
        assertThat(factors.accept(user, code(user))).isEmpty();
        assertThat(factors.accept(user, earlier)).isEmpty();
        clock.turn(Duration.ofSeconds(30));
        assertThat(factors.accept(user, code(user))).hasValue(BY_APP);
    }

    @Test
    void ofTwoWhoSendACodeAtOnceOneIsLetIn() throws Exception {
        int user = user();
        activate(user);
        clock.turn(Duration.ofSeconds(30));
        var code = code(user);

        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> attempt = () -> factors.accept(user, code).isPresent();
            var attempts = IntStream.range(0, 8).mapToObj(_ -> attempt).toList();
            assertThat(threads.invokeAll(attempts))
                    .extracting(Future::get)
                    .containsOnlyOnce(true)
                    .contains(false);
        }
    }

    @Test
    void aBackupCodeIsAcceptedOnceAndOnlyForItsUser() {
        int user = user();
        int other = user();
        var codes = activate(user);
        activate(other);

        assertThat(codes).hasSize(5).doesNotHaveDuplicates().allMatch(code -> code.matches("[0-9A-Za-z]{10}"));
        assertThat(factors.accept(other, codes.getFirst())).isEmpty();
        assertThat(factors.accept(user, codes.getFirst())).hasValue(BY_BACKUP_CODE);
        assertThat(factors.accept(user, codes.getFirst())).isEmpty();
        assertThat(factors.accept(user, codes.getLast())).hasValue(BY_BACKUP_CODE);
    }

    @Test
    void afterARemovalTheSecretIsAnotherOne() {
        int user = user();
        var secret = factors.begin(user);
        var codes = activate(user);
        factors.remove(user);

        assertThat(factors.stateOf(user)).isEqualTo(FactorState.NONE);
        assertThat(factors.begin(user)).isNotEqualTo(secret);
        activate(user);
        assertThat(factors.accept(user, codes.getFirst())).isEmpty();
    }

    @Test
    void theDatabaseShowsNeitherSecretsNorCodes() {
        int user = user();
        var secret = factors.begin(user);
        var codes = activate(user);
        var rows = GuardedServer.bean(JdbcClient.class)
                .sql("""
                        select encode(secret, 'hex') || encode(secret, 'escape') from access.second_factor
                        union all select encode(digest, 'hex') || encode(digest, 'escape') from access.backup_code""")
                .query(String.class)
                .list();

        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row ->
                        row.contains(secret) || row.contains(HexFormat.of().formatHex(new Base32().decode(secret))))
                .noneMatch(row -> codes.stream().anyMatch(row::contains));
    }

    @Test
    void aClosedAccountLeavesNothing() {
        int user = user();
        activate(user);
        GuardedServer.bean(Accounts.class).close(user);

        assertThat(factors.stateOf(user)).isEqualTo(FactorState.NONE);
    }

    private List<String> activate(int user) {
        factors.begin(user);
        var codes = factors.drawBackupCodes();
        long step = factors.stepOf(user, code(user)).orElseThrow();
        assertThat(factors.activate(user, step, codes)).isTrue();
        return codes;
    }

    private String code(int user) {
        return OneTimePasswords.code(new Base32().decode(factors.begin(user)), step());
    }

    private long step() {
        return clock.instant().getEpochSecond() / 30;
    }

    private static int user() {
        int id = IDS.incrementAndGet();
        GuardedServer.bean(Accounts.class).open(id, "user-" + id + "@ex.test", "no password");
        return id;
    }
}
