package dev.flagledger.query.event.format;

import dev.flagledger.query.event.table.EventView;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The formats of a stream of events, which has all matches instead of a page. */
public enum EventFormat {

    /** A JSON object on each line. */
    LINES(EventFormat.LINES_TYPE, "ndjson") {
        @Override
        public String head() {
            return "";
        }

        @Override
        public String row(EventView event, JsonMapper json) {
            return json.writeValueAsString(event) + "\n";
        }
    },

    /** Comma-separated values with a head, for spreadsheets. */
    SHEET(EventFormat.SHEET_TYPE, "csv") {
        @Override
        public String head() {
            return EventSheet.HEAD;
        }

        @Override
        public String row(EventView event, JsonMapper json) {
            return EventSheet.row(event);
        }
    };

    public static final String LINES_TYPE = "application/x-ndjson";
    public static final String SHEET_TYPE = "text/csv";

    private final String type;
    private final String ending;

    EventFormat(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** The text before the first event. */
    public abstract String head();

    /** The text of an event. */
    public abstract String row(EventView event, JsonMapper json);

    public MediaType type() {
        return MediaType.parseMediaType(type);
    }

    /** JSON is always UTF-8. */
    public String contentType() {
        return this == SHEET ? type + ";charset=utf-8" : type;
    }

    public String fileName() {
        return "events." + ending;
    }
}
