package dev.flagledger.access.social;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of logins with GitHub, or with a GitHub Enterprise Server.
 *
 * @param clientId the OAuth app; empty if nobody logs in with GitHub; {@code FLAGLEDGER_GITHUB_CLIENT_ID}
 * @param clientSecret its secret; {@code FLAGLEDGER_GITHUB_CLIENT_SECRET}
 * @param url the address of GitHub, without a slash at its end
 * @param apiUrl the address of its API, without a slash at its end
 */
@ConfigurationProperties("flagledger.github")
public record GithubSettings(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("https://github.com") URI url,
        @DefaultValue("https://api.github.com") URI apiUrl) {

    /** Hides the secret. */
    @Override
    public String toString() {
        return "GithubSettings[" + clientId + ", " + url + ", " + apiUrl + "]";
    }
}
