package dev.flagledger.query.event;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The formats of a stream of events, which has all matches instead of a page. */
enum EventFormat {

    /** A JSON object on each line. */
    LINES(EventFormat.LINES_TYPE, "ndjson") {
        @Override
        String head() {
            return "";
        }

        @Override
        String row(EventView event, JsonMapper json) {
            return json.writeValueAsString(event) + "\n";
        }
    },

    /** Comma-separated values with a head, for spreadsheets. */
    SHEET(EventFormat.SHEET_TYPE, "csv") {
        @Override
        String head() {
            return EventSheet.HEAD;
        }

        @Override
        String row(EventView event, JsonMapper json) {
            return EventSheet.row(event);
        }
    };

    static final String LINES_TYPE = "application/x-ndjson";
    static final String SHEET_TYPE = "text/csv";

    private final String type;
    private final String ending;

    EventFormat(String type, String ending) {
        this.type = type;
        this.ending = ending;
    }

    /** The text before the first event. */
    abstract String head();

    /** The text of an event. */
    abstract String row(EventView event, JsonMapper json);

    /** JSON is always UTF-8. */
    String contentType() {
        return this == SHEET ? type + ";charset=utf-8" : type;
    }

    String fileName() {
        return "events." + ending;
    }

    /** The stream that a request prefers to a page of JSON; empty if it does not name one. */
    static Optional<EventFormat> askedBy(HttpServletRequest request) {
        return accepted(request.getHeader("Accept"))
                .filter(range -> range.isConcrete() || range.isWildcardType())
                .flatMap(range -> range.isWildcardType() || range.isCompatibleWith(MediaType.APPLICATION_JSON)
                        ? Stream.of(Optional.<EventFormat>empty())
                        : Stream.of(values())
                                .filter(format -> range.isCompatibleWith(MediaType.parseMediaType(format.type)))
                                .map(Optional::of))
                .findFirst()
                .flatMap(format -> format);
    }

    private static Stream<MediaType> accepted(@Nullable String header) {
        try {
            return MediaType.parseMediaTypes(header).stream()
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed());
        } catch (InvalidMediaTypeException _) {
            return Stream.empty();
        }
    }
}
