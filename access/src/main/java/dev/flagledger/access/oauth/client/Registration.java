package dev.flagledger.access.oauth.client;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.client.ClientMetadata;
import com.nimbusds.oauth2.sdk.client.ClientRegistrationRequest;
import com.nimbusds.oauth2.sdk.client.RegistrationError;
import dev.flagledger.access.oauth.client.OAuthClient.Method;
import dev.flagledger.access.oauth.message.Messages;
import dev.flagledger.access.oauth.message.OAuthRefused;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a client says of itself when it registers (RFC 7591). Every client gets codes and refresh tokens, whatever else it names, as the
 * protocol allows.
 */
public record Registration(String name, List<String> redirectUris, Method method) {

    private static final int MAX_NAME = 100;
    private static final String NAMELESS = "Unnamed application";
    private static final Pattern ODD = Pattern.compile("\\p{C}");

    /**
     * Reads the body of a request.
     *
     * @param json the body
     * @throws OAuthRefused if the client cannot be registered like this
     */
    public static Registration read(byte[] json) {
        return of(Messages.read(
                () -> ClientRegistrationRequest.parse(Messages.json(json)).getClientMetadata(),
                RegistrationError.INVALID_CLIENT_METADATA));
    }

    private static Registration of(ClientMetadata metadata) {
        var name = Objects.requireNonNullElse(metadata.getName(), NAMELESS).strip();
        if (name.isEmpty() || name.length() > MAX_NAME || ODD.matcher(name).find()) {
            throw invalid("client_name must have 1 to 100 printable characters.");
        }
        var uris = metadata.getRedirectionURIStrings();
        if (uris == null || uris.isEmpty() || uris.size() > RedirectUris.MAX_NUMBER) {
            throw new OAuthRefused(RegistrationError.INVALID_REDIRECT_URI, "One to five redirect_uris are required.");
        }
        if (!uris.stream().allMatch(RedirectUris::allowed)) {
            throw new OAuthRefused(
                    RegistrationError.INVALID_REDIRECT_URI,
                    "redirect_uris must be of https, of http on a loopback address, or of an application's own"
                            + " scheme.");
        }
        requireCode(metadata);
        return new Registration(name, List.copyOf(uris), method(metadata));
    }

    private static void requireCode(ClientMetadata metadata) {
        var grants = metadata.getGrantTypes();
        if (grants != null && !grants.contains(GrantType.AUTHORIZATION_CODE)) {
            throw invalid("grant_types must contain authorization_code.");
        }
        var responses = metadata.getResponseTypes();
        if (responses != null && !responses.contains(ResponseType.CODE)) {
            throw invalid("response_types must contain code.");
        }
    }

    /** Without one, a client has a secret (RFC 7591, 2). */
    private static Method method(ClientMetadata metadata) {
        var named = metadata.getTokenEndpointAuthMethod();
        if (named == null || named.equals(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)) {
            return Method.CLIENT_SECRET_BASIC;
        }
        if (named.equals(ClientAuthenticationMethod.CLIENT_SECRET_POST)) {
            return Method.CLIENT_SECRET_POST;
        }
        if (named.equals(ClientAuthenticationMethod.NONE)) {
            return Method.NONE;
        }
        throw invalid("token_endpoint_auth_method must be none, client_secret_basic or client_secret_post.");
    }

    private static OAuthRefused invalid(String problem) {
        return new OAuthRefused(RegistrationError.INVALID_CLIENT_METADATA, problem);
    }
}
