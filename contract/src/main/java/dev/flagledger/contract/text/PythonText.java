package dev.flagledger.contract.text;

import dev.flagledger.engine.text.PythonFloat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON values as Python shows them: clients send numbers for texts, and what is stored must not depend on the server. */
public final class PythonText {

    private PythonText() {}

    /** The text of a text or a number; null for anything else. */
    public static @Nullable String of(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        if (node.isIntegralNumber()) {
            return node.bigIntegerValue().toString();
        }
        var number = node.isNumber() ? node.doubleValue() : Double.NaN;
        return Double.isFinite(number) ? PythonFloat.text(number) : null;
    }
}
