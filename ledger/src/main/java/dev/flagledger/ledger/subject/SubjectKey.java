package dev.flagledger.ledger.subject;

import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The key of a person, or the fact that it was destroyed. */
final class SubjectKey {

    static final SubjectKey ERASED = new SubjectKey(null, null);

    private final @Nullable SecretKey secret;
    private final byte @Nullable [] wrapped;

    private SubjectKey(@Nullable SecretKey secret, byte @Nullable [] wrapped) {
        this.secret = secret;
        this.wrapped = wrapped;
    }

    /** {@code wrapped} is the stored form of {@code secret}. */
    static SubjectKey of(SecretKey secret, byte[] wrapped) {
        return new SubjectKey(secret, wrapped);
    }

    boolean isErased() {
        return secret == null;
    }

    Optional<SecretKey> secret() {
        return Optional.ofNullable(secret);
    }

    /** The stored form; fails if the person is erased. */
    byte[] wrapped() {
        return Objects.requireNonNull(wrapped, "an erased person has no key");
    }
}
