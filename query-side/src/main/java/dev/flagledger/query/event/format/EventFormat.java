package dev.flagledger.query.event.format;

import dev.flagledger.api.event.ExportEvent.Format;
import dev.flagledger.ledger.proof.tree.Hash;
import dev.flagledger.query.event.table.EventView;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The formats of a stream of events, which has all matches instead of a page. */
public enum EventFormat {

    /** A JSON object on each line. JSON is always UTF-8. */
    LINES(Format.NDJSON, EventFormat.LINES_TYPE, EventFormat.LINES_TYPE, "ndjson") {
        @Override
        public String head() {
            return "";
        }

        @Override
        public String row(EventView event, Hash leaf, JsonMapper json) {
            return json.writeValueAsString(new ExportedEvent(event, leaf.toString())) + "\n";
        }
    },

    /** Comma-separated values with a head, for spreadsheets. */
    SHEET(Format.CSV, EventFormat.SHEET_TYPE, EventFormat.SHEET_TYPE + ";charset=utf-8", "csv") {
        @Override
        public String head() {
            return EventSheet.HEAD;
        }

        @Override
        public String row(EventView event, Hash leaf, JsonMapper json) {
            return EventSheet.row(event, leaf);
        }
    };

    public static final String LINES_TYPE = MediaType.APPLICATION_NDJSON_VALUE;
    public static final String SHEET_TYPE = "text/csv";

    private final Format exported;
    private final String type;
    private final String contentType;
    private final String ending;

    EventFormat(Format exported, String type, String contentType, String ending) {
        this.exported = exported;
        this.type = type;
        this.contentType = contentType;
        this.ending = ending;
    }

    /** The text before the first event. */
    public abstract String head();

    /** The text of an event, with its leaf hash. */
    public abstract String row(EventView event, Hash leaf, JsonMapper json);

    /** The format as it is recorded. */
    public Format exported() {
        return exported;
    }

    /** The type as a request names it. */
    public MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /** The type as a response names it, with the encoding. */
    public String contentType() {
        return contentType;
    }

    public String fileName() {
        return "events." + ending;
    }
}
