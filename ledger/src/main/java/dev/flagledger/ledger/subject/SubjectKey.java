package dev.flagledger.ledger.subject;

import java.util.Objects;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The key of one person, if it is still there. */
final class SubjectKey {

    static final SubjectKey ERASED = new SubjectKey(null, null);

    private final @Nullable SecretKey secret;
    private final byte @Nullable [] wrapped;

    private SubjectKey(@Nullable SecretKey secret, byte @Nullable [] wrapped) {
        this.secret = secret;
        this.wrapped = wrapped;
    }

    /** {@code secret} is what the person's texts are encrypted under, {@code wrapped} the same as it is kept. */
    static SubjectKey of(SecretKey secret, byte[] wrapped) {
        return new SubjectKey(secret, wrapped);
    }

    boolean isErased() {
        return secret == null;
    }

    Optional<SecretKey> secret() {
        return Optional.ofNullable(secret);
    }

    /** The key as it is kept; fails if the person is erased. */
    byte[] wrapped() {
        return Objects.requireNonNull(wrapped, "who is erased has no key");
    }
}
