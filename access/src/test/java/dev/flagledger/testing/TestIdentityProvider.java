package dev.flagledger.testing;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.ssl.cert.CertException;
import com.unboundid.util.ssl.cert.PublicKeyAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.crypto.KeyGenerator;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.keys.KeyInfo;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An identity provider of tests. It signs whatever it is given. */
public final class TestIdentityProvider {

    /** The name that every one has. */
    public static final String ENTITY_ID = "https://idp.test/saml";

    /** Where every one takes requests. */
    public static final String SIGN_ON = "https://idp.test/sign-on";

    private static final String ASSERTIONS = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final int BITS = 2048;
    private static final long DAY = 86_400_000;

    private final KeyPair keys;
    private final X509Certificate certificate;

    private TestIdentityProvider(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** One with a new key. */
    public static TestIdentityProvider make() {
        try {
            long now = System.currentTimeMillis();
            var made = X509Certificate.generateSelfSignedCertificate(
                    SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
                    PublicKeyAlgorithmIdentifier.RSA,
                    BITS,
                    new DN(new RDN("CN", "idp.test")),
                    now,
                    now + DAY);
            return new TestIdentityProvider(
                    Objects.requireNonNull(made.getSecond()), Objects.requireNonNull(made.getFirst()));
        } catch (CertException e) {
            throw new AssertionError(e);
        }
    }

    /** What administrators copy from it. */
    public String metadata() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">
                  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
                    <KeyDescriptor use="signing">
                      <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
                        <ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data>
                      </ds:KeyInfo>
                    </KeyDescriptor>
                    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%s/post"/>
                    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="%s"/>
                  </IDPSSODescriptor>
                </EntityDescriptor>
                """.formatted(
                        ENTITY_ID,
                        Base64.getMimeEncoder().encodeToString(certificate.getX509CertificateBytes()),
                        SIGN_ON,
                        SIGN_ON);
    }

    /** The document with its assertion signed. */
    public Document signingAssertion(Document document) {
        return signingAssertion(document, SignatureMethod.RSA_SHA256);
    }

    /** The document with its assertion signed by another method. */
    public Document signingAssertion(Document document, String method) {
        return signed(document, assertion(document), method);
    }

    /** The document with its response signed. */
    public Document signingResponse(Document document) {
        return signed(document, document.getDocumentElement(), SignatureMethod.RSA_SHA256);
    }

    /** The document with its assertion encrypted with AES-GCM, whose key is encrypted for another key. */
    public static Document encrypting(Document document, PublicKey key, String transport) {
        Init.init();
        try {
            var generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            var secret = generator.generateKey();
            var wrapping = XMLCipher.getInstance(transport);
            wrapping.init(XMLCipher.WRAP_MODE, key);
            var cipher = XMLCipher.getInstance(XMLCipher.AES_256_GCM);
            cipher.init(XMLCipher.ENCRYPT_MODE, secret);
            var info = new KeyInfo(document);
            info.add(wrapping.encryptKey(document, secret));
            cipher.getEncryptedData().setKeyInfo(info);
            var wrapper = document.createElementNS(ASSERTIONS, "saml:EncryptedAssertion");
            var assertion = assertion(document);
            assertion.getParentNode().replaceChild(wrapper, assertion);
            wrapper.appendChild(assertion);
            cipher.doFinal(document, assertion);
            // As it is sent: a signature that follows is about the text.
            return SamlAnswer.parsed(text(document));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The document as a form has it. */
    public static String encode(Document document) {
        return Base64.getEncoder().encodeToString(text(document).getBytes(StandardCharsets.UTF_8));
    }

    /** The document as XML, without declaration. */
    public static String text(Document document) {
        try {
            var transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Element assertion(Document document) {
        return (Element)
                document.getElementsByTagNameNS(ASSERTIONS, "Assertion").item(0);
    }

    /** The signature comes after the issuer, and brings its key along. */
    private Document signed(Document document, Element element, String method) {
        var factory = XMLSignatureFactory.getInstance("DOM");
        try {
            var digest = method.endsWith("sha1") ? DigestMethod.SHA1 : DigestMethod.SHA256;
            var reference = factory.newReference(
                    "#" + element.getAttribute("ID"),
                    factory.newDigestMethod(digest, null),
                    List.of(
                            factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            var info = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(method, null),
                    List.of(reference));
            var keyInfo = factory.getKeyInfoFactory();
            var key = keyInfo.newKeyInfo(List.of(keyInfo.newKeyValue(keys.getPublic())));
            var place = element.getFirstChild().getNextSibling();
            var context = new DOMSignContext(keys.getPrivate(), element, place);
            context.setDefaultNamespacePrefix("dsig");
            context.setIdAttributeNS(element, null, "ID");
            factory.newXMLSignature(info, key).sign(context);
            return document;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
