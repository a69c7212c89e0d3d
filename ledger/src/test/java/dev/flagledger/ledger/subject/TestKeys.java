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

/** Keys that anybody can make, each the SHA-256 of whose it is, and nonces that count: the same events give the same bytes. */
public final class TestKeys implements KeyStore {

    private final Set<String> erased = new HashSet<>();
    private byte nonces;
    private int looks = 2;

    private TestKeys() {}

    /** The keys of everybody, nobody being erased yet. */
    public static SubjectKeys fixed() {
        var keys = new TestKeys();
        return new SubjectKeys(keys, new AesGcm(nonce -> nonce[nonce.length - 1] = ++keys.nonces));
    }

    /** The same, but no key is found at the first look, and the database is away at the second. */
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
