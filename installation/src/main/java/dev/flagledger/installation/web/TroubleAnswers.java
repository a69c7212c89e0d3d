package dev.flagledger.installation.web;

import dev.flagledger.contract.log.OncePerMinute;
import dev.flagledger.ledger.database.DatabaseTrouble;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Responses while the database is not available. Each kind of failure is logged at most once a minute. */
final class TroubleAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleAnswers.class);

    private final Map<DatabaseTrouble, OncePerMinute> lines = Arrays.stream(DatabaseTrouble.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), _ -> new OncePerMinute(System::nanoTime)));

    ResponseEntity<Object> answer(DatabaseTrouble trouble, Exception failure) {
        var line = lines.get(trouble);
        if (line != null && line.isDue()) {
            LOG.warn("Requests are refused ({}): {}", trouble, failure.toString());
        }
        return switch (trouble) {
            case AWAY -> later("The database cannot be reached at the moment. Try again soon.");
            case ALL_CONNECTIONS_IN_USE ->
                later("All connections to the database are in use at the moment. Try again soon.");
            case NO_SPACE ->
                ResponseEntity.status(HttpStatus.INSUFFICIENT_STORAGE)
                        .body(Map.of(
                                "detail",
                                "The database has no space left on its disk. Nothing can be written until it has."));
        };
    }

    private static ResponseEntity<Object> later(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(Map.of("detail", detail));
    }
}
