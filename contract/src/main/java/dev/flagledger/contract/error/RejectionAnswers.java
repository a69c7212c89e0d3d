package dev.flagledger.contract.error;

import dev.flagledger.api.Rejection;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What clients are told of a command that was rejected, in the contract's words. */
final class RejectionAnswers {

    /** The contract has this list as it is printed, brackets and all. */
    private static final String OVERRIDDEN = "['Feature state already exists for this environment, feature, version,"
            + " segment & identity combination']";

    private RejectionAnswers() {}

    static ResponseEntity<Object> of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Taken(var what) -> Answers.of(HttpStatus.BAD_REQUEST, NameTakenTexts.body(what));
            case Rejection.Missing(var what) ->
                Answers.detail(HttpStatus.NOT_FOUND, "No " + what + " matches the given query.");
            case Rejection.Forbidden() ->
                Answers.detail(HttpStatus.FORBIDDEN, "You do not have permission to perform this action.");
            case Rejection.Unprivileged() ->
                Answers.detail(HttpStatus.FORBIDDEN, "User does not have sufficient privileges to perform this action");
            case Rejection.Overridden() -> Answers.of(HttpStatus.BAD_REQUEST, List.of(OVERRIDDEN));
            case Rejection.Invalid(var rule) -> Answers.of(HttpStatus.BAD_REQUEST, RuleTexts.body(rule));
            case Rejection.Full(var limit) -> Answers.of(HttpStatus.BAD_REQUEST, RuleTexts.body(limit));
            case Rejection.ForeignSegment(var feature) ->
                Answers.of(HttpStatus.BAD_REQUEST, Map.of("feature", List.of(OverrideTexts.foreignSegment(feature))));
            case Rejection.Unfit(var cause) -> Answers.detail(HttpStatus.BAD_REQUEST, VersionTexts.of(cause));
            case Rejection.Conflict conflict ->
                Answers.of(HttpStatus.BAD_REQUEST, Map.of("message", VersionTexts.of(conflict)));
            case Rejection.Withheld() ->
                Answers.detail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "This project is withheld: something that happened to it is not understood by this server.");
        };
    }
}
