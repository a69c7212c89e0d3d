package dev.flagledger.access.secret;

import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.ledger.secret.InstallationSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The secret last segment of the URL that a health provider reports to. It authorises the caller; like tokens it is
 * derived from the installation's secret, so that it need not be stored.
 */
@Component
public final class HealthPaths {

    private static final String PURPOSE = "feature-health/";
    private static final int MAC_BYTES = 20;

    private final InstallationSecret secret;
    private final OwnAddress address;

    HealthPaths(InstallationSecret secret, OwnAddress address) {
        this.secret = secret;
        this.address = address;
    }

    /** Returns the path of a provider. */
    public String of(UUID providerId) {
        var mac = secret.mac(PURPOSE + providerId);
        return providerId + "." + HexFormat.of().formatHex(mac, 0, MAC_BYTES);
    }

    /** Returns the URL of a provider on this server, to which the request was sent. */
    public String url(HttpServletRequest request, UUID providerId) {
        return address.of(request) + "/api/v1/feature-health/" + of(providerId);
    }

    /** Returns the provider with this path, if there is one. */
    public Optional<UUID> providerOf(String path) {
        int end = path.indexOf('.');
        return Optional.of(path.substring(0, Math.max(end, 0)))
                .filter(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .filter(id -> MessageDigest.isEqual(
                        of(id).getBytes(StandardCharsets.UTF_8), path.getBytes(StandardCharsets.UTF_8)));
    }
}
