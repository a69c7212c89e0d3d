package dev.flagledger.api.login;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way in which a user logged in.
 *
 * @param method the method
 * @param organisation the organisation whose identity provider vouched for the user; null for methods of the installation
 * @param provider the id of that provider's configuration; null for methods of the installation
 */
public record LoginWay(
        LoginMethod method,
        @Nullable Integer organisation,
        @Nullable Integer provider) {

    private static final int PARTS = 3;

    /** With a password. */
    public static final LoginWay EMAIL = new LoginWay(LoginMethod.EMAIL, null, null);

    /** Returns the way by a method of the installation. */
    public static LoginWay by(LoginMethod method) {
        return new LoginWay(method, null, null);
    }

    /** Returns the way by an identity provider of an organisation. */
    public static LoginWay by(LoginMethod method, int organisation, int provider) {
        return new LoginWay(method, organisation, provider);
    }

    /** Returns a text that only this way has: the method; then {@code .}, the organisation, {@code .} and its provider if there is one. */
    public String key() {
        return organisation == null ? method.name() : method.name() + "." + organisation + "." + provider;
    }

    /**
     * Returns the way with this key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LoginWay ofKey(String key) {
        var parts = List.of(key.split("\\.", -1));
        var method = LoginMethod.valueOf(parts.getFirst());
        return switch (parts.size()) {
            case 1 -> by(method);
            case PARTS -> by(method, Integer.parseInt(parts.get(1)), Integer.parseInt(parts.getLast()));
            default -> throw new IllegalArgumentException("no way of logging in: " + key);
        };
    }
}
