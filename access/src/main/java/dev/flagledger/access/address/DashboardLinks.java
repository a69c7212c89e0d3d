package dev.flagledger.access.address;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links to pages of the dashboard. They are never made from a request: whoever sends it chooses its host.
 *
 * @param url the dashboard's address, such as {@code https://flags.example.org}; empty if unknown
 */
@ConfigurationProperties("flagledger.dashboard")
public record DashboardLinks(@DefaultValue("") String url) {

    public DashboardLinks {
        url = url.strip().replaceFirst("/+$", "");
        if (!url.isEmpty() && !url.matches("https?://\\S+")) {
            throw new IllegalArgumentException("FLAGLEDGER_DASHBOARD_URL must begin with https:// or http://");
        }
    }

    /** Returns the dashboard's address; if it is unknown, that of this server, which may serve it. */
    public String or(String server) {
        return url.isEmpty() ? server : url;
    }

    /** Returns the link to a page; without its host if the address is unknown. The path begins with a slash. */
    public String to(String path) {
        return url + path;
    }
}
