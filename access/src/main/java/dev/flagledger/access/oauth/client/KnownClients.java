package dev.flagledger.access.oauth.client;

import com.nimbusds.oauth2.sdk.AbstractOptionallyIdentifiedRequest;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PlainClientSecret;
import dev.flagledger.access.oauth.message.OAuthRefused;
import dev.flagledger.ledger.secret.Digest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Authenticates clients: by their secret, or by their name alone if they have none. */
@Component
public class KnownClients {

    private final OAuthClients clients;

    KnownClients(OAuthClients clients) {
        this.clients = clients;
    }

    /**
     * Returns the client that sent a request.
     *
     * @throws OAuthRefused if it is unknown, or not who it says
     */
    public OAuthClient sender(AbstractOptionallyIdentifiedRequest request) {
        var shown = request.getClientAuthentication();
        var id = shown == null ? request.getClientID() : shown.getClientID();
        return Optional.ofNullable(id)
                .flatMap(named -> clients.find(named.getValue()))
                .filter(client -> client.confidential() ? hasSecret(client, shown) : shown == null)
                .orElseThrow(() -> new OAuthRefused(OAuth2Error.INVALID_CLIENT));
    }

    /** Returns the client with this secret; empty if it has none, or another one. */
    public Optional<OAuthClient> confidential(@Nullable ClientAuthentication shown) {
        return Optional.ofNullable(shown)
                .flatMap(known -> clients.find(known.getClientID().getValue()))
                .filter(client -> client.confidential() && hasSecret(client, shown));
    }

    private static boolean hasSecret(OAuthClient client, @Nullable ClientAuthentication shown) {
        return shown instanceof PlainClientSecret plain
                && client.secretDigest() != null
                && MessageDigest.isEqual(
                        Digest.sha256(plain.getClientSecret().getValue()),
                        HexFormat.of().parseHex(client.secretDigest()));
    }
}
