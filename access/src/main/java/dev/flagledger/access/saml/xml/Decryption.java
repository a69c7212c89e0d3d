package dev.flagledger.access.saml.xml;

import static dev.flagledger.access.saml.rejection.SamlRejectedException.require;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import java.security.PrivateKey;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.XMLCipher;
import org.w3c.dom.Element;

/** Decrypts assertions. Keys that were encrypted with PKCS #1 v1.5 are not accepted, since that padding has an oracle. */
final class Decryption {

    private static final Set<String> KEY_TRANSPORTS = Set.of(XMLCipher.RSA_OAEP, XMLCipher.RSA_OAEP_11);

    private static final Set<String> CIPHERS = Set.of(
            XMLCipher.AES_128_GCM,
            XMLCipher.AES_192_GCM,
            XMLCipher.AES_256_GCM,
            XMLCipher.AES_128,
            XMLCipher.AES_192,
            XMLCipher.AES_256);

    static {
        Init.init();
    }

    private Decryption() {}

    /** Returns the assertion in an encrypted one, as the root of a document. All failures look alike. */
    static Element decrypt(Element encrypted, PrivateKey key) {
        var data = only(encrypted, "EncryptedData", CIPHERS);
        var encryptedKey = only(encrypted, "EncryptedKey", KEY_TRANSPORTS);
        // Would be fetched from wherever it points to.
        require(
                Elements.below(encrypted, Elements.ENCRYPTION, "CipherReference")
                        .findAny()
                        .isEmpty(),
                Reason.ENCRYPTION);
        try {
            var document = encrypted.getOwnerDocument();
            var keys = XMLCipher.getInstance();
            keys.init(XMLCipher.UNWRAP_MODE, key);
            var unwrapped = keys.decryptKey(
                    keys.loadEncryptedKey(document, encryptedKey),
                    algorithms(data).findFirst().orElseThrow());
            var cipher = XMLCipher.getInstance();
            cipher.init(XMLCipher.DECRYPT_MODE, unwrapped);
            cipher.doFinal(document, data);
            var plain = Elements.child(encrypted, Elements.ASSERTIONS, Elements.ASSERTION)
                    .orElseThrow();
            return ResponseDocument.decrypted(SecureXml.parse(SecureXml.bytes(plain)));
        } catch (Exception e) {
            throw new SamlRejectedException(Reason.ENCRYPTION, e);
        }
    }

    /** The one element with a name, whose algorithm has to be accepted. */
    private static Element only(Element encrypted, String name, Set<String> accepted) {
        var elements = Elements.below(encrypted, Elements.ENCRYPTION, name).toList();
        require(elements.size() == 1, Reason.ENCRYPTION);
        var algorithms = algorithms(elements.getFirst()).toList();
        require(algorithms.size() == 1 && accepted.containsAll(algorithms), Reason.ENCRYPTION);
        return elements.getFirst();
    }

    private static Stream<String> algorithms(Element element) {
        return Elements.children(element, Elements.ENCRYPTION, "EncryptionMethod").stream()
                .map(method -> method.getAttribute("Algorithm"));
    }
}
