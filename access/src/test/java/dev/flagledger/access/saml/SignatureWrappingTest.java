package dev.flagledger.access.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.access.saml.rejection.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Signature wrapping: something that was signed stays in the document, where its signature finds it, and something else is put where
 * it is read.
 */
class SignatureWrappingTest {

    private static final String ASSERTIONS = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";

    private final Logins logins = new Logins();

    /** Where the assertion that was signed goes, and where the forged one. */
    enum OfAssertion {
        FORGED_BEFORE {
            @Override
            void wrap(Element signed, Element forged) {
                signed.getParentNode().insertBefore(forged, signed);
            }
        },
        FORGED_AFTER {
            @Override
            void wrap(Element signed, Element forged) {
                signed.getParentNode().appendChild(forged);
            }
        },
        SIGNED_IN_FORGED {
            @Override
            void wrap(Element signed, Element forged) {
                signed.getParentNode().replaceChild(forged, signed);
                forged.appendChild(signed);
            }
        },
        SIGNED_IN_SIGNATURE_OF_FORGED {
            @Override
            void wrap(Element signed, Element forged) {
                signed.getParentNode().replaceChild(forged, signed);
                var signature = child(signed, SIGNATURES, "Signature");
                signed.removeChild(signature);
                forged.insertBefore(signature, child(forged, ASSERTIONS, "Subject"));
                object(signature).appendChild(signed);
            }
        },
        FORGED_IN_SIGNATURE {
            @Override
            void wrap(Element signed, Element forged) {
                object(child(signed, SIGNATURES, "Signature")).appendChild(forged);
            }
        },
        SIGNED_IN_EXTENSIONS {
            @Override
            void wrap(Element signed, Element forged) {
                var response = signed.getParentNode();
                response.replaceChild(forged, signed);
                extensions(response).appendChild(signed);
            }
        },
        SIGNED_UNDER_ANOTHER_NAMESPACE {
            @Override
            void wrap(Element signed, Element forged) {
                signed.getParentNode().insertBefore(forged, signed);
                signed.getOwnerDocument().renameNode(signed, "urn:other", "o:Assertion");
            }
        },
        BOTH_WITH_ONE_ID {
            @Override
            void wrap(Element signed, Element forged) {
                forged.setAttribute("ID", signed.getAttribute("ID"));
                signed.getParentNode().insertBefore(forged, signed);
            }
        };

        abstract void wrap(Element signed, Element forged);
    }

    @ParameterizedTest
    @EnumSource
    void aForgedAssertionBesideASignedOneIsRejected(OfAssertion attack) {
        var document = logins.signed(logins.answer());
        var signed = child(document.getDocumentElement(), ASSERTIONS, "Assertion");
        attack.wrap(signed, forged(signed));

        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.MALFORMED);
    }

    /** Where the response that was signed goes. */
    enum OfResponse {
        IN_EXTENSIONS {
            @Override
            void wrap(Element signed, Element forged) {
                extensions(forged).appendChild(signed);
            }
        },
        IN_SIGNATURE {
            @Override
            void wrap(Element signed, Element forged) {
                var signature = child(signed, SIGNATURES, "Signature");
                signed.removeChild(signature);
                forged.insertBefore(signature, child(forged, PROTOCOL, "Status"));
                object(signature).appendChild(signed);
            }
        };

        abstract void wrap(Element signed, Element forged);
    }

    @ParameterizedTest
    @EnumSource
    void aForgedResponseAroundASignedOneIsRejected(OfResponse attack) {
        var document = logins.provider().signingResponse(logins.answer().document());
        var signed = document.getDocumentElement();
        var forged = forged(signed);
        document.replaceChild(forged, signed);
        attack.wrap(signed, forged);

        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.MALFORMED);
    }

    /** With one assertion only, the signature can be about nothing but it. */
    @ParameterizedTest
    @EnumSource
    void aSignatureAboutAnotherElementIsRejected(Elsewhere attack) {
        var document = logins.signed(logins.answer());
        var assertion = child(document.getDocumentElement(), ASSERTIONS, "Assertion");
        attack.point(document, assertion);

        assertThat(Rejections.of(() -> logins.verify(document))).isEqualTo(Reason.SIGNATURE);
    }

    /** Other ways in which a signature refers to something. */
    enum Elsewhere {
        WHOLE_DOCUMENT {
            @Override
            void point(Document document, Element assertion) {
                reference(assertion).setAttribute("URI", "");
            }
        },
        OTHER_ELEMENT {
            @Override
            void point(Document document, Element assertion) {
                var other = document.createElementNS("urn:other", "o:Other");
                other.setAttribute("Id", "other");
                extensions(document.getDocumentElement()).appendChild(other);
                reference(assertion).setAttribute("URI", "#other");
            }
        },
        POINTER {
            @Override
            void point(Document document, Element assertion) {
                reference(assertion).setAttribute("URI", "#xpointer(/)");
            }
        },
        TWO_REFERENCES {
            @Override
            void point(Document document, Element assertion) {
                var reference = reference(assertion);
                reference.getParentNode().appendChild(reference.cloneNode(true));
            }
        },
        OTHER_TRANSFORM {
            @Override
            void point(Document document, Element assertion) {
                child(child(reference(assertion), SIGNATURES, "Transforms"), SIGNATURES, "Transform")
                        .setAttribute("Algorithm", "http://www.w3.org/TR/1999/REC-xpath-19991116");
            }
        };

        abstract void point(Document document, Element assertion);
    }

    /** A copy about somebody else, without signature. */
    private static Element forged(Element signed) {
        var forged = (Element) signed.cloneNode(true);
        forged.setAttribute("ID", "ID_forged");
        forged.removeChild(child(forged, SIGNATURES, "Signature"));
        var inner = forged.getElementsByTagNameNS(ASSERTIONS, "Assertion");
        if (inner.getLength() > 0) {
            ((Element) inner.item(0)).setAttribute("ID", "ID_inner");
        }
        forged.getElementsByTagNameNS(ASSERTIONS, "NameID").item(0).setTextContent("admin");
        return forged;
    }

    private static Element object(Element signature) {
        return (Element) signature.appendChild(signature.getOwnerDocument().createElementNS(SIGNATURES, "dsig:Object"));
    }

    private static Element extensions(Node response) {
        var extensions = response.getOwnerDocument().createElementNS(PROTOCOL, "samlp:Extensions");
        return (Element) response.appendChild(extensions);
    }

    private static Element reference(Element assertion) {
        var signature = child(assertion, SIGNATURES, "Signature");
        return child(child(signature, SIGNATURES, "SignedInfo"), SIGNATURES, "Reference");
    }

    private static Element child(Element parent, String namespace, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (name.equals(node.getLocalName()) && namespace.equals(node.getNamespaceURI())) {
                return (Element) node;
            }
        }
        throw new AssertionError("no " + name);
    }
}
