package dev.flagledger.query.event.format;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The format that the header {@code Accept} asks for. */
public final class RequestedFormat {

    private RequestedFormat() {}

    /** The stream that a request prefers to a page of JSON; empty if it does not name one. */
    public static Optional<EventFormat> of(HttpServletRequest request) {
        return accepted(request.getHeader("Accept"))
                .filter(range -> range.isConcrete() || range.isWildcardType())
                .flatMap(range -> range.isWildcardType() || range.isCompatibleWith(MediaType.APPLICATION_JSON)
                        ? Stream.of(Optional.<EventFormat>empty())
                        : Stream.of(EventFormat.values())
                                .filter(format -> range.isCompatibleWith(format.type()))
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
