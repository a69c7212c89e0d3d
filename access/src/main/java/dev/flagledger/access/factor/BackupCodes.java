package dev.flagledger.access.factor;

import dev.flagledger.ledger.secret.KeyedDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The backup codes of users, each of which replaces one code of the second factor. Only digests are stored, made with a key, since a
 * code alone has too few characters to be safe from guessing.
 */
@Component
class BackupCodes {

    private static final int COUNT = 5;
    private static final int LENGTH = 10;
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final KeyedDigest digests;

    BackupCodes(JdbcClient jdbc, KeyedDigest digests) {
        this.jdbc = jdbc;
        this.digests = digests;
    }

    static List<String> draw() {
        return Stream.generate(BackupCodes::code).distinct().limit(COUNT).toList();
    }

    /** Replaces the codes of a user, who must have a second factor. */
    void replace(int userId, List<String> codes) {
        jdbc.sql("delete from access.backup_code where backup_code.user_id = :user")
                .param("user", userId)
                .update();
        codes.forEach(code -> jdbc.sql("insert into access.backup_code (user_id, digest) values (:user, :digest)")
                .param("user", userId)
                .param("digest", digest(userId, code))
                .update());
    }

    /** Deletes the code; false if the user does not have it. */
    boolean use(int userId, String code) {
        return jdbc.sql(
                                "delete from access.backup_code where backup_code.user_id = :user and backup_code.digest = :digest")
                        .param("user", userId)
                        .param("digest", digest(userId, code))
                        .update()
                > 0;
    }

    private byte[] digest(int userId, String code) {
        return digests.of("backup code of " + userId + ": " + code);
    }

    private static String code() {
        var text = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> text.append(ALPHABET.charAt(index)));
        return text.toString();
    }
}
