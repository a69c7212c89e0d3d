package dev.flagledger.access.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tokens of logins for which somebody else vouches: an identity provider or a directory.
 *
 * @param tokenAge the time after a login in which its token is valid; zero for no limit. Whoever has left the company could use it for ever
 *     otherwise; {@code FLAGLEDGER_FEDERATION_TOKEN_AGE}
 */
@ConfigurationProperties("flagledger.federation")
public record FederatedTokens(@DefaultValue("30d") Duration tokenAge) {

    public FederatedTokens {
        if (tokenAge.isNegative()) {
            throw new IllegalArgumentException("FLAGLEDGER_FEDERATION_TOKEN_AGE must not be negative");
        }
    }
}
