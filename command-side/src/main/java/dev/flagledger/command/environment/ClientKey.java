package dev.flagledger.command.environment;

import dev.flagledger.access.secret.ServerKeys;
import java.security.SecureRandom;

/** Generates environment keys: 22 random characters from an alphabet without look-alikes. */
final class ClientKey {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int LENGTH = 22;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientKey() {}

    /** A server-side key, which is recognised by its prefix. */
    static String randomOfServer() {
        return ServerKeys.PREFIX + random();
    }

    static String random() {
        var key = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> key.append(ALPHABET.charAt(index)));
        return key.toString();
    }
}
