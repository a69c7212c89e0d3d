package dev.flagledger.ledger.subject;

import dev.flagledger.api.Subject;
import dev.flagledger.ledger.secret.AesGcm;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of the keys of persons: wrapped under a key of the installation, and bound to the person. */
final class KeyTable implements KeyStore {

    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final SecretKey wrapping;
    private final AesGcm cipher = AesGcm.random();

    KeyTable(JdbcClient jdbc, SecretKey wrapping) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
    }

    @Override
    public SubjectKey draw(String subject) {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return SubjectKey.of(new SecretKeySpec(key, "AES"), cipher.seal(wrapping, key, bound(subject)));
    }

    @Override
    public Map<String, SubjectKey> find(Collection<String> subjects) {
        var found = new HashMap<String, SubjectKey>();
        jdbc.sql("""
                        select subject_key.subject, subject_key.wrapped from ledger.subject_key
                        where subject_key.subject = any(:subjects)
                        """).param("subjects", subjects.toArray(String[]::new)).query(row -> {
            var subject = row.getString("subject");
            var wrapped = row.getBytes("wrapped");
            found.put(subject, wrapped == null ? SubjectKey.ERASED : unwrapped(subject, wrapped));
        });
        return found;
    }

    @Override
    public void destroy(Subject subject) {
        jdbc.sql("""
                        insert into ledger.subject_key (subject, wrapped, erased_at) values (:subject, null, now())
                        on conflict (subject) do update set wrapped = null, erased_at = excluded.erased_at
                        """).param("subject", subject.toString()).update();
    }

    private SubjectKey unwrapped(String subject, byte[] wrapped) {
        var key = cipher.open(wrapping, wrapped, bound(subject));
        return SubjectKey.of(new SecretKeySpec(key, "AES"), wrapped);
    }

    private static byte[] bound(String subject) {
        return subject.getBytes(StandardCharsets.UTF_8);
    }
}
