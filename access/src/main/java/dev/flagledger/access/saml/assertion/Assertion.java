package dev.flagledger.access.saml.assertion;

import dev.flagledger.access.saml.rejection.Reason;
import dev.flagledger.access.saml.rejection.SamlRejectedException;
import dev.flagledger.access.saml.xml.Elements;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The parts of an assertion's element. */
record Assertion(Element element) {

    private static final String SUBJECT = "Subject";

    String id() {
        return element.getAttribute("ID");
    }

    Optional<String> issuer() {
        return part("Issuer").map(Elements::text);
    }

    /** The name of the subject, which has to be there, and not encrypted. */
    Element nameId() {
        return part(SUBJECT)
                .flatMap(subject -> Elements.child(subject, Elements.ASSERTIONS, "NameID"))
                .filter(name -> !Elements.text(name).isEmpty())
                .orElseThrow(() -> new SamlRejectedException(Reason.SUBJECT));
    }

    List<Element> confirmations() {
        return part(SUBJECT)
                .map(subject -> Elements.children(subject, Elements.ASSERTIONS, "SubjectConfirmation"))
                .orElse(List.of());
    }

    Optional<Element> conditions() {
        return part("Conditions");
    }

    List<Element> sessions() {
        return Elements.children(element, Elements.ASSERTIONS, "AuthnStatement");
    }

    List<Element> attributes() {
        return Elements.children(element, Elements.ASSERTIONS, "AttributeStatement").stream()
                .flatMap(statement -> Elements.children(statement, Elements.ASSERTIONS, "Attribute").stream())
                .toList();
    }

    private Optional<Element> part(String name) {
        return Elements.child(element, Elements.ASSERTIONS, name);
    }
}
