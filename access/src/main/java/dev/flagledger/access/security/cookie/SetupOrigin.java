package dev.flagledger.access.security.cookie;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.access.address.Loopback;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.SetupTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Keeps pages of foreign origins from setting up a server that has no users yet: any page that the operator's browser shows could do so
 * otherwise, also where nobody else reaches the server. Programs name no origin. A page whose name is made to resolve to this server counts as
 * the server's own.
 */
@Component
public final class SetupOrigin {

    private final Origins origins;
    private final OwnAddress own;
    private final DashboardLinks dashboard;

    SetupOrigin(Origins origins, OwnAddress own, DashboardLinks dashboard) {
        this.origins = origins;
        this.own = own;
        this.dashboard = dashboard;
    }

    /**
     * Requires that no page of a foreign origin has sent the request.
     *
     * @throws Refusal if one has
     */
    public void require(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        // Browsers name no origin with what only reads. By HTTPS, and to the machine itself, they tell that another
        // site asks.
        boolean foreign = origin == null
                ? isSentFrom("cross-site", request)
                : !isTrusted(origin) && origins.isForeign(request) && !isSentFrom("same-origin", request);
        if (foreign) {
            throw Refusal.detail(HttpStatus.FORBIDDEN, SetupTexts.FOREIGN_PAGE);
        }
    }

    /** What pages cannot write, and what is true also behind a proxy that does not tell which address the browser has called. */
    private static boolean isSentFrom(String site, HttpServletRequest request) {
        return site.equals(request.getHeader("Sec-Fetch-Site"));
    }

    /** Dashboards that the operator has named, and what runs on the operator's own machine, such as one that is tried there. */
    private boolean isTrusted(String origin) {
        return Stream.of(own.url(), dashboard.url())
                        .map(SetupOrigin::originOf)
                        .filter(Objects::nonNull)
                        .anyMatch(origin::equals)
                || isOfThisMachine(origin);
    }

    private static boolean isOfThisMachine(String origin) {
        try {
            return Loopback.isHostOf(URI.create(origin));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** The origin of an address as browsers write it; null if it has none. */
    private static @Nullable String originOf(String url) {
        try {
            var address = URI.create(url);
            return address.getHost() == null
                    ? null
                    : (address.getScheme() + "://" + address.getRawAuthority()).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
