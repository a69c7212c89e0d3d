package dev.flagledger.access.oidc;

import dev.flagledger.access.outbound.ForeignText;
import java.util.Locale;

/** A login at an identity provider, or a question to it, has failed. The message is a sentence for whoever configured it. */
public final class OidcFailure extends Exception {

    private static final int MAX_LENGTH = 500;

    private final Kind kind;

    /** Creates a failure. {@code problem} says what is wrong, without secrets. */
    public OidcFailure(Kind kind, String problem) {
        super(ForeignText.printable(problem, MAX_LENGTH), null, false, false);
        this.kind = kind;
    }

    /** What has failed, for programs. */
    public enum Kind {
        /** The provider cannot be reached, or does not answer as it should. */
        UNREACHABLE,
        /** What the provider says about itself is not what is configured. */
        DISCOVERY,
        /** The login was not begun by this browser, or too long ago. */
        STATE,
        /** The provider has refused the login. */
        REFUSED,
        /** The provider does not accept the client id, the secret, or the code. */
        EXCHANGE,
        /** The ID token is not valid. */
        TOKEN;

        /** The name in addresses and answers. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Kind kind() {
        return kind;
    }
}
