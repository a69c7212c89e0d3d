package dev.flagledger.contract.scim;

import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.ErrorResponse;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.Rejection.Invalid.Rule;
import dev.flagledger.contract.error.BodyTooLarge;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.Throttled;
import dev.flagledger.contract.error.UnsupportedMediaType;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.error.text.access.ScimTexts;
import java.util.Objects;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns exceptions into errors of SCIM: RFC 7644, 3.12. */
@RestControllerAdvice(annotations = ScimEndpoint.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ScimErrors {

    @ExceptionHandler
    ResponseEntity<Object> handle(ScimException e) {
        return ScimAnswer.error(e.getScimError());
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Rejected e) {
        return ScimAnswer.error(of(e.rejection()));
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(InvalidInput e) {
        return ScimAnswer.error(
                BadRequestException.invalidValue(String.valueOf(e.body())).getScimError());
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Refusal e) {
        return ScimAnswer.error(
                ScimAnswer.problem(e.status().value(), Objects.toString(e.body().get("detail"))));
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Throttled e) {
        var answer = ScimAnswer.error(ScimAnswer.problem(
                HttpStatus.TOO_MANY_REQUESTS.value(), "Too many requests: try again in " + e.seconds() + " s."));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
                .body(answer.getBody());
    }

    @ExceptionHandler(BodyTooLarge.class)
    ResponseEntity<Object> tooLarge() {
        return ScimAnswer.error(
                ScimAnswer.problem(HttpStatus.CONTENT_TOO_LARGE.value(), "The request body is too large."));
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(UnsupportedMediaType e) {
        return ScimAnswer.error(ScimAnswer.problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(), "Unsupported media type \"" + e.type() + "\" in request."));
    }

    private static ErrorResponse of(Rejection rejection) {
        return switch (rejection) {
            case Rejection.Missing _ -> ScimAnswer.problem(HttpStatus.NOT_FOUND.value(), AccessTexts.NOT_FOUND);
            case Rejection.Forbidden _, Rejection.Unprivileged _, Rejection.Oneself _ ->
                ScimAnswer.problem(HttpStatus.FORBIDDEN.value(), AccessTexts.FORBIDDEN);
            case Rejection.Invalid(var rule)
            when rule == Rule.LAST_ADMIN ->
                BadRequestException.mutability(ScimTexts.LAST_ADMIN).getScimError();
            case Rejection.Invalid(var rule)
            when rule == Rule.EXTERNAL_GROUP -> ScimAnswer.conflict(ScimTexts.GROUP_EXISTS);
            case Rejection.Taken _ -> ScimAnswer.conflict(ScimTexts.USER_EXISTS);
            case Rejection _ ->
                ScimAnswer.problem(HttpStatus.BAD_REQUEST.value(), "The request is not possible at present.");
        };
    }
}
