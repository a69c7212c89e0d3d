package dev.flagledger.access.saml.xml;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;

/**
 * The profile of signatures that SAML has (Assertions and Protocols, 5.4): one reference to the element around the signature, the
 * enveloped transform and exclusive canonicalization. SHA-1 is not accepted.
 */
final class SignatureRules {

    private static final Set<String> METHODS = Set.of(
            SignatureMethod.RSA_SHA256,
            SignatureMethod.RSA_SHA384,
            SignatureMethod.RSA_SHA512,
            SignatureMethod.SHA256_RSA_MGF1,
            SignatureMethod.SHA384_RSA_MGF1,
            SignatureMethod.SHA512_RSA_MGF1,
            SignatureMethod.ECDSA_SHA256,
            SignatureMethod.ECDSA_SHA384,
            SignatureMethod.ECDSA_SHA512);

    private static final Set<String> DIGESTS = Set.of(DigestMethod.SHA256, DigestMethod.SHA384, DigestMethod.SHA512);

    /** Comments are dropped while parsing, so both forms are the same here. */
    private static final Set<String> EXCLUSIVE =
            Set.of(CanonicalizationMethod.EXCLUSIVE, CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    private static final Set<String> CANONICALIZATIONS = Set.of(
            CanonicalizationMethod.EXCLUSIVE,
            CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS,
            CanonicalizationMethod.INCLUSIVE,
            CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS);

    private SignatureRules() {}

    /** Requires that a signature is of the profile and about the element with this id. */
    static void require(XMLSignature signature, String id) {
        SamlRejectedException.require(
                !id.isEmpty() && isOfProfile(signature.getSignedInfo(), "#" + id), Reason.SIGNATURE);
    }

    private static boolean isOfProfile(SignedInfo info, String uri) {
        return METHODS.contains(info.getSignatureMethod().getAlgorithm())
                && CANONICALIZATIONS.contains(info.getCanonicalizationMethod().getAlgorithm())
                && info.getReferences().size() == 1
                && isAbout(info.getReferences().getFirst(), uri);
    }

    private static boolean isAbout(Reference reference, String uri) {
        var transforms =
                reference.getTransforms().stream().map(Transform::getAlgorithm).toList();
        return uri.equals(reference.getURI())
                && DIGESTS.contains(reference.getDigestMethod().getAlgorithm())
                && transforms.size() == 2
                && transforms.getFirst().equals(Transform.ENVELOPED)
                && isExclusive(transforms);
    }

    private static boolean isExclusive(List<String> transforms) {
        return EXCLUSIVE.contains(transforms.getLast());
    }
}
