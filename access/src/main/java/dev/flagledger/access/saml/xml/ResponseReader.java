package dev.flagledger.access.saml.xml;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads responses: parses them, verifies every signature, decrypts the assertion. */
public final class ResponseReader {

    private ResponseReader() {}

    /**
     * Reads a response.
     *
     * @param keys the keys that the identity provider may sign with
     * @param decryption the key that assertions may be encrypted for
     * @throws SamlRejectedException if the assertion is covered by no signature, or anything about it is wrong
     */
    public static SignedResponse read(byte[] xml, List<PublicKey> keys, PrivateKey decryption) {
        var signatures = new Signatures(keys);
        var sent = ResponseDocument.of(SecureXml.parse(xml));
        var signed = signatures.signed(sent.root()).map(octets -> ResponseDocument.of(SecureXml.parse(octets)));
        var known = signed.orElse(sent);
        // The signature of an assertion may depend on namespaces that the canonical form of the response does not have.
        var octets = sent.isEncrypted()
                ? decrypted(known, signed, signatures, decryption)
                : octets(sent.assertion(), signed, signatures);
        return new SignedResponse(known.envelope(), signed.isPresent(), octets);
    }

    /**
     * Decrypts an assertion. If no signature covers what was encrypted, anybody may have changed it, and would learn from another reason that
     * it can be decrypted nevertheless: from enough such answers, what it says.
     */
    private static byte[] decrypted(
            ResponseDocument known, Optional<ResponseDocument> signed, Signatures signatures, PrivateKey key) {
        try {
            return octets(Decryption.decrypt(known.assertion(), key), signed, signatures);
        } catch (SamlRejectedException e) {
            throw signed.isPresent() ? e : new SamlRejectedException(Reason.ENCRYPTION, e);
        }
    }

    private static byte[] octets(Element assertion, Optional<ResponseDocument> signed, Signatures signatures) {
        return signatures
                .signed(assertion)
                .or(() -> signed.map(response -> covered(response, assertion)))
                .orElseThrow(() -> new SamlRejectedException(Reason.UNSIGNED));
    }

    /** The assertion that the signature of its response covers. */
    private static byte[] covered(ResponseDocument response, Element decrypted) {
        return SecureXml.bytes(response.isEncrypted() ? decrypted : response.assertion());
    }
}
