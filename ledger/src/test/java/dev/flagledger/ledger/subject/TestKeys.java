package dev.flagledger.ledger.subject;

import dev.flagledger.api.Subject;
import dev.flagledger.ledger.secret.AesGcm;
import dev.flagledger.ledger.secret.Digest;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.dao.DataAccessResourceFailureException;

/** Deterministic keys and nonces, so that the same events yield the same bytes: a key is the SHA-256 of its person. */
public final class TestKeys implements KeyStore {

    private final Set<String> erased = new HashSet<>();
    private byte nonces;
    private int looks = 2;

    private TestKeys() {}

    /** Keys of all persons, without erasures. */
    public static SubjectKeys fixed() {
        var keys = new TestKeys();
        return new SubjectKeys(keys, new AesGcm(nonce -> nonce[nonce.length - 1] = ++keys.nonces));
    }

    /** Keys that are not found at the first lookup; at the second, the database is unreachable. */
    public static SubjectKeys awayOnce() {
        var keys = new TestKeys();
        keys.looks = 0;
        return new SubjectKeys(keys, AesGcm.random());
    }

    @Override
    public SubjectKey draw(String subject) {
        var key = Digest.sha256(subject);
        return SubjectKey.of(new SecretKeySpec(key, "AES"), key);
    }

    @Override
    public Map<String, SubjectKey> find(Collection<String> subjects) {
        looks++;
        if (looks == 1) {
            return Map.of();
        }
        if (looks == 2) {
            throw new DataAccessResourceFailureException("away");
        }
        return subjects.stream()
                .collect(Collectors.toMap(
                        Function.identity(), subject -> erased.contains(subject) ? SubjectKey.ERASED : draw(subject)));
    }

    @Override
    public void destroy(Subject subject) {
        erased.add(subject.toString());
    }
}
