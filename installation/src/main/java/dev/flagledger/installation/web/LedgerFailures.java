package dev.flagledger.installation.web;

import dev.flagledger.contract.error.ExceptionTranslator;
import dev.flagledger.ledger.command.NotYetVisible;
import dev.flagledger.ledger.database.DatabaseTrouble;
import dev.flagledger.ledger.projection.NotCaughtUp;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Responses for a ledger that is behind or whose database is not available. */
@Component
final class LedgerFailures implements ExceptionTranslator {

    private final TroubleAnswers troubles = new TroubleAnswers();

    @Override
    public Optional<ResponseEntity<Object>> translate(Exception failure) {
        return switch (failure) {
            case NotYetVisible recorded ->
                Optional.of(ResponseEntity.accepted()
                        .body(Map.of(
                                "detail",
                                "The change is recorded but not visible here yet.",
                                "position",
                                recorded.position())));
            case NotCaughtUp behind ->
                Optional.of(ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(Map.of("detail", String.valueOf(behind.getMessage()))));
            default -> DatabaseTrouble.of(failure).map(trouble -> troubles.answer(trouble, failure));
        };
    }
}
