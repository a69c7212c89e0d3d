package dev.flagledger.access.saml.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Elements of a document, and the namespaces of those that matter. */
public final class Elements {

    public static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    public static final String ASSERTIONS = "urn:oasis:names:tc:SAML:2.0:assertion";
    public static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    public static final String SIGNATURES = XMLSignature.XMLNS;

    static final String ENCRYPTION = "http://www.w3.org/2001/04/xmlenc#";

    static final String RESPONSE = "Response";
    static final String ASSERTION = "Assertion";
    static final String ENCRYPTED_ASSERTION = "EncryptedAssertion";
    static final String SIGNATURE = "Signature";

    private Elements() {}

    /** Whether an element has a name. */
    public static boolean is(Element element, String namespace, String name) {
        return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
    }

    /** All elements of a document, the root included. */
    static Stream<Element> all(Document document) {
        var elements = document.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, elements.getLength()).mapToObj(elements::item).map(Element.class::cast);
    }

    /** All elements below another that have a name. */
    public static Stream<Element> below(Element parent, String namespace, String name) {
        var elements = parent.getElementsByTagNameNS(namespace, name);
        return IntStream.range(0, elements.getLength()).mapToObj(elements::item).map(Element.class::cast);
    }

    /** All children that are elements. */
    public static List<Element> children(Element parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** The children with a name. */
    public static List<Element> children(Element parent, String namespace, String name) {
        return children(parent).stream()
                .filter(child -> is(child, namespace, name))
                .toList();
    }

    /** The first child with a name. */
    public static Optional<Element> child(Element parent, String namespace, String name) {
        return children(parent, namespace, name).stream().findFirst();
    }

    /** An attribute without namespace; empty if it is absent. */
    public static Optional<String> attribute(Element element, String name) {
        return element.hasAttribute(name) ? Optional.of(element.getAttribute(name)) : Optional.empty();
    }

    /** The text of an element, without white space around it. */
    public static String text(Element element) {
        return element.getTextContent().strip();
    }
}
