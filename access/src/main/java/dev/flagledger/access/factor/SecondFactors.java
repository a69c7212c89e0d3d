package dev.flagledger.access.factor;

import dev.flagledger.access.secret.CredentialChanges;
import dev.flagledger.ledger.secret.InstallationKey;
import dev.flagledger.ledger.secret.Wrapping;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The second factors of users. Takes part in the caller's transaction, if there is one. */
@Component
public class SecondFactors {

    /** How a code was accepted. */
    public enum Accepted {
        BY_APP,
        BY_BACKUP_CODE
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Wrapping wrapping;
    private final BackupCodes backup;
    private final CredentialChanges changes;
    private final Clock clock;

    SecondFactors(
            JdbcClient jdbc, InstallationKey installation, BackupCodes backup, CredentialChanges changes, Clock clock) {
        this.jdbc = jdbc;
        this.wrapping = new Wrapping(installation, "second factors");
        this.backup = backup;
        this.changes = changes;
        this.clock = clock;
    }

    public FactorState stateOf(int userId) {
        return find(userId)
                .map(known -> known.active() ? FactorState.ACTIVE : FactorState.PENDING)
                .orElse(FactorState.NONE);
    }

    /** Returns the secret of a user whose second factor is not active: 32 characters in base 32, the same until then. */
    public String begin(int userId) {
        var drawn = new byte[OneTimePasswords.SECRET_BYTES];
        RANDOM.nextBytes(drawn);
        jdbc.sql("insert into access.second_factor (user_id, secret) values (:user, :secret) on conflict do nothing")
                .param("user", userId)
                .param("secret", wrapping.wrap(drawn, place(userId)))
                .update();
        return new Base32().encodeToString(secret(find(userId).orElseThrow()));
    }

    /** Returns the time step whose code the user's device shows; empty if it is another code, or there is no secret. */
    public OptionalLong stepOf(int userId, String code) {
        return find(userId)
                .map(known -> OneTimePasswords.stepOf(secret(known), code, clock.instant()))
                .orElse(OptionalLong.empty());
    }

    /** Returns five new backup codes, of ten letters and digits each. */
    public List<String> drawBackupCodes() {
        return BackupCodes.draw();
    }

    /**
     * Activates the second factor of a user.
     *
     * @param step the time step of the code by which the user has proved to have the secret
     * @return false if it is active already, or gone
     */
    public boolean activate(int userId, long step, List<String> backupCodes) {
        boolean activated =
                jdbc.sql("""
                                update access.second_factor set active = true, last_step = :step, activated_at = now()
                                where second_factor.user_id = :user and not second_factor.active""").param("step", step).param("user", userId).update() > 0;
        if (activated) {
            backup.replace(userId, backupCodes);
            changes.happened();
        }
        return activated;
    }

    /** Accepts a code of the device or a backup code, once; empty if it is wrong or was accepted before. */
    public Optional<Accepted> accept(int userId, String code) {
        var step = stepOf(userId, code);
        if (step.isPresent()) {
            return take(userId, step.getAsLong()) ? Optional.of(Accepted.BY_APP) : Optional.empty();
        }
        return backup.use(userId, code) ? Optional.of(Accepted.BY_BACKUP_CODE) : Optional.empty();
    }

    /** Deletes the second factor and the backup codes; the next one has another secret. */
    public void remove(int userId) {
        jdbc.sql("delete from access.second_factor where second_factor.user_id = :user")
                .param("user", userId)
                .update();
        changes.happened();
    }

    private boolean take(int userId, long step) {
        return jdbc.sql("""
                                update access.second_factor set last_step = :step
                                where second_factor.user_id = :user and second_factor.active and second_factor.last_step < :step""").param("step", step).param("user", userId).update() > 0;
    }

    private Optional<Stored> find(int userId) {
        return jdbc.sql("""
                        select second_factor.user_id, second_factor.secret, second_factor.active
                        from access.second_factor where second_factor.user_id = :user""")
                .param("user", userId)
                .query((row, _) -> new Stored(row.getInt("user_id"), row.getBytes("secret"), row.getBoolean("active")))
                .optional();
    }

    private byte[] secret(Stored stored) {
        return wrapping.unwrap(stored.secret(), place(stored.userId()));
    }

    private static String place(int userId) {
        return "user " + userId;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Stored(int userId, byte[] secret, boolean active) {}
}
