package dev.flagledger.contract.error;

import dev.flagledger.api.Rejection;
import dev.flagledger.contract.error.text.NameTakenTexts;
import dev.flagledger.contract.error.text.OverrideTexts;
import dev.flagledger.contract.error.text.RuleTexts;
import dev.flagledger.contract.error.text.VersionTexts;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Responses to rejected commands. */
final class RejectionResponses {

    /** The contract's text is a printed list, including the brackets. */
    private static final String OVERRIDDEN = "['Feature state already exists for this environment, feature, version,"
            + " segment & identity combination']";

    private RejectionResponses() {}

    static ResponseEntity<Object> of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Taken(var what) -> ErrorResponses.of(HttpStatus.BAD_REQUEST, NameTakenTexts.body(what));
            case Rejection.Missing(var what) ->
                ErrorResponses.detail(HttpStatus.NOT_FOUND, "No " + what + " matches the given query.");
            case Rejection.Forbidden() ->
                ErrorResponses.detail(HttpStatus.FORBIDDEN, "You do not have permission to perform this action.");
            case Rejection.Unprivileged() ->
                ErrorResponses.detail(
                        HttpStatus.FORBIDDEN, "User does not have sufficient privileges to perform this action");
            case Rejection.Overridden() -> ErrorResponses.of(HttpStatus.BAD_REQUEST, List.of(OVERRIDDEN));
            case Rejection.Invalid(var rule) -> ErrorResponses.of(HttpStatus.BAD_REQUEST, RuleTexts.body(rule));
            case Rejection.Full(var limit) -> ErrorResponses.of(HttpStatus.BAD_REQUEST, RuleTexts.body(limit));
            case Rejection.ForeignSegment(var feature) ->
                ErrorResponses.of(
                        HttpStatus.BAD_REQUEST, Map.of("feature", List.of(OverrideTexts.foreignSegment(feature))));
            case Rejection.Unfit(var cause) -> ErrorResponses.detail(HttpStatus.BAD_REQUEST, VersionTexts.of(cause));
            case Rejection.Conflict conflict ->
                ErrorResponses.of(HttpStatus.BAD_REQUEST, Map.of("message", VersionTexts.of(conflict)));
            case Rejection.Withheld() ->
                ErrorResponses.detail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "This project is withheld: something that happened to it is not understood by this server.");
        };
    }
}
