package dev.flagledger.query.event.format;

import static java.util.stream.Collectors.joining;

import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.query.event.table.EventView;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Events as comma-separated values (RFC 4180), in which no cell is a formula to a spreadsheet. */
final class EventSheet {

    /** The names of the columns. */
    static final String HEAD =
            "position,event_id,at,type,action,organisation,project,environment,object,feature,segment,"
                    + "identity,actor_kind,actor_id,actor_name,address,agent,request,note,summary,difference,leaf\r\n";

    /** Spreadsheets take a cell that begins with one of these for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private EventSheet() {}

    /** The leaf is hexadecimal, since Base64 may begin like a formula. */
    static String row(EventView event, Hash leaf) {
        return Stream.of(
                        event.position(),
                        event.eventId(),
                        event.at(),
                        event.type(),
                        event.action(),
                        event.organisation(),
                        event.project(),
                        event.environment(),
                        event.object(),
                        event.feature(),
                        event.segment(),
                        event.identity(),
                        event.actor().kind(),
                        event.actor().id(),
                        event.actor().name(),
                        event.address(),
                        event.agent(),
                        event.request(),
                        event.note(),
                        event.summary(),
                        event.difference(),
                        HexFormat.of().formatHex(leaf.bytes()))
                .map(EventSheet::cell)
                .collect(joining(",", "", "\r\n"));
    }

    static String cell(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}
