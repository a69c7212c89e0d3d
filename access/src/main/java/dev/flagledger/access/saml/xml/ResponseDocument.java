package dev.flagledger.access.saml.xml;

import static dev.flagledger.access.saml.rejection.SamlRejectedException.require;

import dev.flagledger.access.saml.rejection.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A response whose shape leaves no choice of what to read: one response, one assertion as its child, signatures only where SAML has
 * them, and ids that are unique. Signature wrapping needs a second assertion, or a signature elsewhere.
 */
final class ResponseDocument {

    private static final Set<String> ID_ATTRIBUTES = Set.of("ID", "Id", "id");

    private final Document document;
    private final Element assertion;

    private ResponseDocument(Document document, Element assertion) {
        this.document = document;
        this.assertion = assertion;
    }

    /** Checks the shape of a response; rejected as malformed. */
    static ResponseDocument of(Document document) {
        var root = document.getDocumentElement();
        require(Elements.is(root, Elements.PROTOCOL, Elements.RESPONSE), Reason.MALFORMED);
        requireShape(document, root);
        var children = List.of(Elements.ASSERTION, Elements.ENCRYPTED_ASSERTION).stream()
                .flatMap(name -> Elements.children(root, Elements.ASSERTIONS, name).stream())
                .toList();
        // A failure has no assertion.
        require(children.size() == 1, isFailure(root) ? Reason.STATUS : Reason.MALFORMED);
        return new ResponseDocument(document, children.getFirst());
    }

    /** Checks the shape of a decrypted assertion; rejected as malformed. */
    static Element decrypted(Document document) {
        var root = document.getDocumentElement();
        require(Elements.is(root, Elements.ASSERTIONS, Elements.ASSERTION), Reason.MALFORMED);
        requireShape(document, root);
        return root;
    }

    private static void requireShape(Document document, Element root) {
        var ids = new HashSet<String>();
        int assertions = 0;
        for (var element : Elements.all(document).toList()) {
            ID_ATTRIBUTES.stream()
                    .flatMap(name -> Elements.attribute(element, name).stream())
                    .forEach(id -> require(ids.add(id), Reason.MALFORMED));
            switch (element.getLocalName()) {
                case Elements.ASSERTION, Elements.ENCRYPTED_ASSERTION -> assertions++;
                case Elements.RESPONSE -> require(element.isSameNode(root), Reason.MALFORMED);
                case Elements.SIGNATURE -> require(isSigned(element.getParentNode(), root), Reason.MALFORMED);
                default -> {}
            }
        }
        require(assertions <= 1, Reason.MALFORMED);
    }

    private static boolean isSigned(Node parent, Element root) {
        return parent.isSameNode(root)
                || (parent instanceof Element element
                        && Elements.is(element, Elements.ASSERTIONS, Elements.ASSERTION)
                        && root.isSameNode(element.getParentNode()));
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** The assertion, which may be encrypted. */
    Element assertion() {
        return assertion;
    }

    boolean isEncrypted() {
        return Elements.ENCRYPTED_ASSERTION.equals(assertion.getLocalName());
    }

    /** What the response says about itself. */
    Envelope envelope() {
        return new Envelope(
                Elements.child(root(), Elements.ASSERTIONS, "Issuer")
                        .map(issuer -> issuer.getTextContent().strip())
                        .orElse(null),
                Elements.attribute(root(), "Destination").orElse(null),
                Elements.attribute(root(), "InResponseTo").orElse(null),
                status(root()).orElse(""));
    }

    private static boolean isFailure(Element root) {
        return status(root).filter(code -> !code.equals(Envelope.SUCCESS)).isPresent();
    }

    private static Optional<String> status(Element root) {
        return Elements.child(root, Elements.PROTOCOL, "Status")
                .flatMap(status -> Elements.child(status, Elements.PROTOCOL, "StatusCode"))
                .flatMap(code -> Elements.attribute(code, "Value"));
    }
}
