package dev.flagledger.contract.text;

import dev.flagledger.engine.text.PythonFloat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Converts JSON scalars to texts as Python does, because clients send numbers for texts. */
public final class PythonText {

    private PythonText() {}

    /** A text or number as text; null for other types. */
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
