package dev.flagledger.command.oauth.page;

import dev.flagledger.access.address.OwnAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tells whether a page of this server sent a form. Browsers name the origin with every form that is posted. */
@Component
class OwnPages {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final OwnAddress address;

    OwnPages(OwnAddress address) {
        this.address = address;
    }

    /** Returns whether the request says that a page of this server sent it. */
    boolean sent(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        try {
            return origin != null && parts(origin).equals(parts(address.of(request)));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** Scheme, host and port; an origin that is hidden has none of them. */
    private static List<String> parts(String origin) {
        var uri = URI.create(origin);
        var scheme = lower(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? HTTPS : HTTP;
        return List.of(scheme, lower(uri.getHost()), Integer.toString(port));
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
