package dev.flagledger.access.saml;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Why something is rejected. */
public final class Rejections {

    private Rejections() {}

    /** The reason for which this is rejected; fails if it is not. */
    public static Reason of(ThrowingCallable attempt) {
        return Objects.requireNonNull(catchThrowableOfType(SamlRejectedException.class, attempt), "it was accepted")
                .reason();
    }
}
