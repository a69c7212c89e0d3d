package dev.flagledger.access.past;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.PastTexts;
import dev.flagledger.contract.form.value.DateTimeParser;
import dev.flagledger.contract.form.value.InvalidValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.StringNode;

/**
 * A point in the past.
 *
 * @param field the name of the parameter or field that contains it, for errors
 */
public record AsOf(String field, Point point) {

    /** The usual name of the parameter. */
    public static final String PARAMETER = "as_of";

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    /** An instant or a position. */
    public sealed interface Point {

        /** All events that were recorded at or before this instant. */
        record At(Instant instant) implements Point {}

        /** All events up to and including this position. */
        record After(long position) implements Point {}
    }

    /**
     * Parses a position, or an instant in a format of the contract.
     *
     * @throws InvalidInput if it is neither
     */
    public static AsOf parse(String field, String text) {
        try {
            return new AsOf(
                    field,
                    POSITION.matcher(text).matches()
                            ? new Point.After(Long.parseLong(text))
                            : new Point.At(DateTimeParser.parse(StringNode.valueOf(text))));
        } catch (InvalidValue _) {
            throw invalid(field, PastTexts.MALFORMED);
        }
    }

    InvalidInput future() {
        return invalid(field, PastTexts.FUTURE);
    }

    InvalidInput beforeTheBeginning() {
        return invalid(field, PastTexts.BEFORE_THE_BEGINNING);
    }

    private static InvalidInput invalid(String field, String problem) {
        return InvalidInput.fields(Map.of(field, List.of(problem)));
    }
}
