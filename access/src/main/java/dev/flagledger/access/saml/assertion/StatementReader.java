package dev.flagledger.access.saml.assertion;

import dev.flagledger.access.saml.xml.Elements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Reads what an assertion says about the user. */
final class StatementReader {

    private StatementReader() {}

    static Statements read(Assertion assertion) {
        var name = assertion.nameId();
        return new Statements(
                Elements.text(name), Elements.attribute(name, "Format").orElse(""), attributes(assertion));
    }

    private static Map<String, List<String>> attributes(Assertion assertion) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var attribute : assertion.attributes()) {
            names(attribute)
                    .forEach(name ->
                            all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values(attribute)));
        }
        return all;
    }

    private static Stream<String> names(Element attribute) {
        return Stream.of("Name", "FriendlyName")
                .map(name -> Elements.attribute(attribute, name))
                .flatMap(Optional::stream)
                .distinct();
    }

    private static List<String> values(Element attribute) {
        return Elements.children(attribute, Elements.ASSERTIONS, "AttributeValue").stream()
                .map(Elements::text)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
