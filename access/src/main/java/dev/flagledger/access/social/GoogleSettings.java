package dev.flagledger.access.social;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of logins with Google.
 *
 * @param clientId the client for which tokens must have been made; empty if nobody logs in with Google; {@code FLAGLEDGER_GOOGLE_CLIENT_ID}
 * @param tokenInfoUrl where Google says for whom a token was made
 * @param userInfoUrl where Google says who somebody is
 */
@ConfigurationProperties("flagledger.google")
public record GoogleSettings(
        @DefaultValue("") String clientId,

        @DefaultValue("https://oauth2.googleapis.com/tokeninfo")
        URI tokenInfoUrl,

        @DefaultValue("https://www.googleapis.com/oauth2/v1/userinfo?alt=json")
        URI userInfoUrl) {}
