package dev.flagledger.access.saml.xml;

import static dev.flagledger.access.saml.rejection.SamlRejectedException.require;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import java.io.IOException;
import java.security.PublicKey;
import java.security.Security;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;

/**
 * Verifies enveloped signatures with the platform's XML Signature and returns the octets that were digested. Whoever reads only
 * these reads only what was signed, wherever in the document the signature points.
 *
 * @param keys the keys of the identity provider; a key that a signature brings along is ignored
 */
record Signatures(List<PublicKey> keys) {

    /** The platform's own, since libraries add providers before it. */
    private static final XMLSignatureFactory FACTORY =
            XMLSignatureFactory.getInstance("DOM", Security.getProvider("XMLDSig"));

    /**
     * Returns what was signed of an element; empty if it has no signature.
     *
     * @throws SamlRejectedException if it has a signature that is not valid
     */
    Optional<byte[]> signed(Element element) {
        var found = Elements.children(element, Elements.SIGNATURES, Elements.SIGNATURE);
        require(found.size() <= 1, Reason.MALFORMED);
        return found.stream()
                .findFirst()
                .map(signature -> keys.stream()
                        .flatMap(key -> octets(element, signature, key).stream())
                        .findFirst()
                        .orElseThrow(() -> new SamlRejectedException(Reason.SIGNATURE)));
    }

    private static Optional<byte[]> octets(Element element, Element node, PublicKey key) {
        var context = new DOMValidateContext(KeySelector.singletonKeySelector(key), node);
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        context.setProperty("javax.xml.crypto.dsig.cacheReference", true);
        context.setIdAttributeNS(element, null, "ID");
        try {
            var signature = FACTORY.unmarshalXMLSignature(context);
            SignatureRules.require(signature, element.getAttribute("ID"));
            if (!signature.validate(context)) {
                return Optional.empty();
            }
            var reference = signature.getSignedInfo().getReferences().getFirst();
            try (var digested = Objects.requireNonNull(reference.getDigestInputStream())) {
                return Optional.of(digested.readAllBytes());
            }
        } catch (XMLSignatureException _) {
            // A key of another kind, for one; the provider may have several.
            return Optional.empty();
        } catch (MarshalException | IOException | RuntimeException e) {
            throw e instanceof SamlRejectedException rejected
                    ? rejected
                    : new SamlRejectedException(Reason.SIGNATURE, e);
        }
    }
}
