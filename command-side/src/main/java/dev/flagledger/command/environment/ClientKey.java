package dev.flagledger.command.environment;

import dev.flagledger.access.secret.ServerKeys;
import java.security.SecureRandom;

/** Draws the keys that applications present: 22 characters, none that is easily taken for another. */
final class ClientKey {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int LENGTH = 22;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ClientKey() {}

    /** A key that only servers may hold: it is known by how it begins. */
    static String randomOfServer() {
        return ServerKeys.PREFIX + random();
    }

    static String random() {
        var key = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> key.append(ALPHABET.charAt(index)));
        return key.toString();
    }
}
