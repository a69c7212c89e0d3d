package dev.flagledger.query.sdk.ofrep;

import dev.flagledger.api.identity.Trait;
import dev.flagledger.contract.error.text.OfrepTexts;
import dev.flagledger.contract.form.value.TextRules;
import dev.flagledger.query.sdk.identities.request.IdentityRequest;
import dev.flagledger.query.sdk.identities.request.TraitForm;
import dev.flagledger.query.sdk.identities.request.TraitInput;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads evaluation contexts. The targeting key is the identifier, everything else a transient trait: nothing is recorded. Contexts
 * without a targeting key share one identity.
 */
final class OfrepContext {

    private static final String TARGETING_KEY = "targetingKey";
    private static final int MAX_TEXT = 2_000;

    private OfrepContext() {}

    /**
     * Reads the context of a request.
     *
     * @throws InvalidContext if flags cannot be evaluated for it
     */
    static IdentityRequest read(JsonNode body) {
        var context = body.path("context");
        if (context.isMissingNode() || context.isNull()) {
            return new IdentityRequest("", true, List.of());
        }
        if (!(context instanceof ObjectNode fields)) {
            throw new InvalidContext("INVALID_CONTEXT", OfrepTexts.NOT_AN_OBJECT);
        }
        List<TraitInput> traits = new ArrayList<>();
        fields.properties().forEach(field -> {
            if (!field.getKey().equals(TARGETING_KEY) && !field.getValue().isNull()) {
                traits.add(trait(field.getKey(), field.getValue()));
            }
        });
        return new IdentityRequest(targetingKey(fields.path(TARGETING_KEY)), true, List.copyOf(traits));
    }

    private static String targetingKey(JsonNode sent) {
        if (sent.isMissingNode() || sent.isNull()) {
            return "";
        }
        if (!sent.isString()
                || TextRules.problemOf(sent.stringValue(), IdentityRequest.MAX_IDENTIFIER)
                        .isPresent()) {
            throw new InvalidContext("INVALID_CONTEXT", OfrepTexts.invalidTargetingKey(IdentityRequest.MAX_IDENTIFIER));
        }
        return sent.stringValue();
    }

    private static TraitInput trait(String key, JsonNode value) {
        var text = value.isContainer() ? value.toString() : value.asString();
        if (TextRules.problemOf(key, TraitForm.MAX_KEY).isPresent()
                || TextRules.problemOf(text, MAX_TEXT).isPresent()) {
            throw new InvalidContext("INVALID_CONTEXT", OfrepTexts.INVALID_ATTRIBUTE);
        }
        return new TraitInput(null, key, type(value), text, true);
    }

    private static Trait.Type type(JsonNode value) {
        if (value.isBoolean()) {
            return Trait.Type.BOOL;
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() && value.canConvertToInt() ? Trait.Type.INT : Trait.Type.FLOAT;
        }
        return Trait.Type.UNICODE;
    }
}
