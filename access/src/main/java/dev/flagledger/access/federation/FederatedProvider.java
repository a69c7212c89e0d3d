package dev.flagledger.access.federation;

import dev.flagledger.api.login.LoginMethod;
import dev.flagledger.api.login.LoginWay;
import java.util.Locale;
import java.util.Optional;

/**
 * An identity provider.
 *
 * @param kind the way in which it is asked
 * @param id the id of the organisation's configuration; 0 for a provider of the installation, of which there is one of a kind
 */
public record FederatedProvider(Kind kind, int id) {

    /** The directory of the installation. */
    public static final FederatedProvider LDAP = new FederatedProvider(Kind.LDAP, 0);

    public static final FederatedProvider GOOGLE = new FederatedProvider(Kind.GOOGLE, 0);
    public static final FederatedProvider GITHUB = new FederatedProvider(Kind.GITHUB, 0);

    /** Ways of asking a provider. */
    public enum Kind {
        GOOGLE(LoginMethod.GOOGLE),
        GITHUB(LoginMethod.GITHUB),
        LDAP(LoginMethod.LDAP),
        OIDC(LoginMethod.OIDC),
        SAML(LoginMethod.SAML);

        private final LoginMethod method;

        Kind(LoginMethod method) {
            this.method = method;
        }

        /** The method of logins with such a provider. */
        public LoginMethod method() {
            return method;
        }
    }

    /** Returns whether a key is of an organisation's provider of this kind. */
    public static boolean isOf(Kind kind, String key) {
        return key.startsWith(kind.name().toLowerCase(Locale.ROOT) + "-");
    }

    /** Returns the provider that vouches for those who log in this way; empty for a password. */
    public static Optional<FederatedProvider> of(LoginWay way) {
        return way.method() == LoginMethod.EMAIL
                ? Optional.empty()
                : Optional.of(new FederatedProvider(
                        Kind.valueOf(way.method().name()), way.provider() == null ? 0 : way.provider()));
    }

    /** Returns the provider with this key, which must be one. */
    public static FederatedProvider ofKey(String key) {
        int hyphen = key.indexOf('-');
        var kind = hyphen < 0 ? key : key.substring(0, hyphen);
        return new FederatedProvider(
                Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                hyphen < 0 ? 0 : Integer.parseInt(key.substring(hyphen + 1)));
    }

    /** The method of logging in with it. */
    public LoginMethod method() {
        return kind.method();
    }

    /** Its name in events and tables, such as {@code google} or {@code oidc-3}; lasting and unique. */
    public String key() {
        var name = kind.name().toLowerCase(Locale.ROOT);
        return id == 0 ? name : name + "-" + id;
    }
}
