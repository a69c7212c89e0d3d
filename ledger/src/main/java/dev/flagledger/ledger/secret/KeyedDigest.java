package dev.flagledger.ledger.secret;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/**
 * What stands for a name that must not be kept itself: its HMAC-SHA256 under a key of the installation. A hash without a key
 * would be as good as the name to whoever can guess it, as mail addresses can be guessed.
 */
@Component
public final class KeyedDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    public KeyedDigest(InstallationKey installation) {
        this.key = installation.derive("names");
    }

    /** The 32 bytes of the name's digest. */
    public byte[] of(String name) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(Derivation.bytes(name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
