package dev.flagledger.access.address;

import dev.flagledger.contract.http.ServerAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The address of this server, as identity providers and OAuth clients know it.
 *
 * @param url scheme, host and port, such as {@code https://flags.example.com}; empty to take it from each request;
 *     {@code FLAGLEDGER_SERVER_URL}
 */
@ConfigurationProperties("flagledger.server")
public record OwnAddress(@DefaultValue("") String url) {

    public OwnAddress {
        url = url.strip().replaceFirst("/+$", "");
        if (!url.isEmpty() && !url.matches("https?://[^\\s/?#]+")) {
            throw new IllegalArgumentException(
                    "FLAGLEDGER_SERVER_URL must begin with https:// or http://, and have no path");
        }
    }

    /** Returns scheme, host and port, without a slash at the end. */
    public String of(HttpServletRequest request) {
        return url.isEmpty() ? ServerAddress.of(request) : url;
    }
}
