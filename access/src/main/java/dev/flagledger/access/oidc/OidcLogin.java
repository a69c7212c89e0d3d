package dev.flagledger.access.oidc;

/**
 * A login that a browser has begun. It is kept by the browser, sealed.
 *
 * @param provider id of the provider
 * @param state what the browser brings back, in clear
 * @param nonce what the ID token must contain
 * @param verifier what proves that the code was meant for this login
 * @param expiresAt seconds since 1970
 */
public record OidcLogin(int provider, String state, String nonce, String verifier, long expiresAt) {}
