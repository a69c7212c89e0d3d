package dev.flagledger.ledger.secret;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Digests of names that must not be stored: HMAC-SHA256 under a key of the installation. A digest without a key would reveal names
 * that can be guessed, such as email addresses.
 */
@Component
public final class KeyedDigest {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    @Autowired
    public KeyedDigest(InstallationKey installation) {
        this(installation, "names");
    }

    /** {@code purpose} names the kind of names; each has a key of its own. */
    public KeyedDigest(InstallationKey installation, String purpose) {
        this.key = installation.derive(purpose);
    }

    /** The digest of a name; 32 bytes. */
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
