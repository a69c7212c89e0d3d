package dev.flagledger.contract.form;

import dev.flagledger.contract.error.InvalidInput;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The body of a write that is not taken for a form before somebody has looked at it: it may be a list of forms. */
public final class RawBody {

    private final JsonNode body;
    private final boolean html;
    private final boolean partial;

    RawBody(JsonNode body, boolean html, boolean partial) {
        this.body = body;
        this.html = html;
        this.partial = partial;
    }

    /** Whether it can be read as a form. */
    public boolean isForm() {
        return body.isObject();
    }

    /** The body as it is. */
    public JsonNode json() {
        return body;
    }

    /**
     * The body as a form.
     *
     * @throws InvalidInput if it is none
     */
    public Form form() {
        if (body instanceof ObjectNode object) {
            return new Form(object, html, partial);
        }
        throw InvalidInput.whole(
                body.isNull()
                        ? "No data provided"
                        : "Invalid data. Expected a dictionary, but got " + Coercion.typeName(body) + ".");
    }

    /**
     * The body as a list of forms.
     *
     * @throws InvalidInput if it is none
     */
    public List<Form> forms() {
        if (body instanceof ArrayNode items) {
            var parent = new Form(JsonNodeFactory.instance.objectNode(), html, partial);
            return items.values().stream().map(item -> Items.form(parent, item)).toList();
        }
        throw InvalidInput.whole("Expected a list of items but got type \"" + Coercion.typeName(body) + "\".");
    }

    /** The same; empty if it is no list, or holds anything but forms. */
    public Optional<List<Form>> onlyForms() {
        return body instanceof ArrayNode items && items.values().stream().allMatch(JsonNode::isObject)
                ? Optional.of(forms())
                : Optional.empty();
    }

    /** Refuses the request if anything was wrong with one of the forms that it is a list of. */
    public static void validate(List<Form> forms) {
        var each = forms.stream().map(form -> form.problems.all()).toList();
        if (each.stream().anyMatch(problems -> !problems.isEmpty())) {
            throw InvalidInput.forms(each);
        }
    }
}
