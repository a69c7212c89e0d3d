package dev.flagledger.api.login;

import org.jspecify.annotations.Nullable;

/**
 * The way in which a user logged in.
 *
 * @param method the method
 * @param organisation the organisation whose identity provider vouched for the user; null for methods of the installation
 */
public record LoginWay(LoginMethod method, @Nullable Integer organisation) {

    /** With a password. */
    public static final LoginWay EMAIL = new LoginWay(LoginMethod.EMAIL, null);

    /** Returns the way by a method of the installation. */
    public static LoginWay by(LoginMethod method) {
        return new LoginWay(method, null);
    }

    /** Returns the way by the identity provider of an organisation. */
    public static LoginWay by(LoginMethod method, int organisation) {
        return new LoginWay(method, organisation);
    }

    /** Returns a text that only this way has: the method, then {@code .} and the organisation if there is one. */
    public String key() {
        return organisation == null ? method.name() : method.name() + "." + organisation;
    }

    /**
     * Returns the way with this key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static LoginWay ofKey(String key) {
        int dot = key.indexOf('.');
        return dot < 0
                ? by(LoginMethod.valueOf(key))
                : by(LoginMethod.valueOf(key.substring(0, dot)), Integer.parseInt(key.substring(dot + 1)));
    }
}
