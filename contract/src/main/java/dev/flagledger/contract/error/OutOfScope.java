package dev.flagledger.contract.error;

import dev.flagledger.contract.error.text.access.LoginRuleTexts;
import java.util.Map;

/** An application that acts for a user asks for more than its scope allows. Answered with 403, as RFC 6750, 3.1 has it. */
public final class OutOfScope extends RuntimeException {

    /** The value of {@code WWW-Authenticate}. */
    public static final String CHALLENGE = "Bearer error=\"insufficient_scope\"";

    /** The response body. */
    public static final Map<String, String> BODY = Map.of("detail", LoginRuleTexts.OUT_OF_SCOPE);

    public OutOfScope() {
        super(LoginRuleTexts.OUT_OF_SCOPE, null, false, false);
    }
}
