package dev.flagledger.contract.form;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.http.server.body.BodyAhead;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parsed body of a write, where it may be something else than a form, such as a list of forms. */
public final class ParsedBody {

    private static final String JSON_TYPE = "application/json";

    private final JsonNode body;
    private final boolean html;
    private final boolean partial;

    ParsedBody(JsonNode body, boolean html, boolean partial) {
        this.body = body;
        this.html = html;
        this.partial = partial;
    }

    /**
     * The JSON body of a POST, if it has arrived whole with its header. Whoever reads the request gets it again.
     *
     * @return null if it has to be waited for, or its type is another
     * @throws InvalidInput if it is malformed
     */
    public static @Nullable ParsedBody arrived(Request request) {
        var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        boolean json = type == null || type.equals(JSON_TYPE) || type.startsWith(JSON_TYPE + ";");
        var body = json ? BodyAhead.wholeOf(request) : null;
        return body == null ? null : BodyReader.json(body);
    }

    /** Whether the body is a JSON object. */
    public boolean isForm() {
        return body.isObject();
    }

    /** The body as JSON. */
    public JsonNode json() {
        return body;
    }

    /**
     * The body as a form.
     *
     * @throws InvalidInput if it is no JSON object
     */
    public Form form() {
        if (body instanceof ObjectNode object) {
            return new Form(object, html, partial);
        }
        throw InvalidInput.whole(body.isNull() ? "No data provided" : FieldTexts.notAnObject(Coercion.typeName(body)));
    }

    /**
     * The body as a list of forms.
     *
     * @throws InvalidInput if it is no JSON array
     */
    public List<Form> forms() {
        if (body instanceof ArrayNode items) {
            var parent = new Form(JsonNodeFactory.instance.objectNode(), html, partial);
            return items.values().stream()
                    .map(item -> NestedForms.form(parent, item))
                    .toList();
        }
        throw InvalidInput.whole(FieldTexts.notAList(Coercion.typeName(body)));
    }

    /** The body as a list of forms; empty if it is no array, or has items that are no objects. */
    public Optional<List<Form>> onlyForms() {
        return body instanceof ArrayNode items && items.values().stream().allMatch(JsonNode::isObject)
                ? Optional.of(forms())
                : Optional.empty();
    }

    /**
     * Ends the reading of a list of forms.
     *
     * @throws InvalidInput with the errors of each form, if any form has errors
     */
    public static void validate(List<Form> forms) {
        var each = forms.stream().map(form -> form.errors.all()).toList();
        if (each.stream().anyMatch(errors -> !errors.isEmpty())) {
            throw InvalidInput.forms(each);
        }
    }
}
