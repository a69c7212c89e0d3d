package dev.flagledger.platform.http.error;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.ledger.command.NotYetVisible;
import dev.flagledger.ledger.projection.NotCaughtUp;
import dev.flagledger.platform.database.DatabaseTrouble;
import dev.flagledger.platform.http.BodyTooLarge;
import dev.flagledger.platform.http.InvalidInput;
import dev.flagledger.platform.http.Refusal;
import dev.flagledger.platform.http.RequestId;
import dev.flagledger.platform.http.Throttled;
import dev.flagledger.platform.http.UnsupportedBody;
import dev.flagledger.platform.paging.NoSuchPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** The one place where what went wrong becomes an answer. */
@RestControllerAdvice
final class Errors {

    /** Without {@code detail}: clients take that for a route that this server does not have. */
    private static final Map<String, String> UNKNOWN_ADDRESS = Map.of("message", "There is nothing at this address.");

    private static final Map<String, String> OUR_FAULT = Map.of("detail", "Something went wrong on the server.");
    /** The contract has this list as it is printed, brackets and all. */
    private static final String OVERRIDDEN = "['Feature state already exists for this environment, feature, version,"
            + " segment & identity combination']";

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private final TroubleAnswers troubles = new TroubleAnswers();

    @ExceptionHandler
    ResponseEntity<Object> handle(InvalidInput e) {
        return answer(HttpStatus.BAD_REQUEST, e.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Refusal e) {
        return answer(e.status(), e.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Rejected e) {
        return switch (e.rejection()) {
            case Rejection.Taken(var what) -> answer(HttpStatus.BAD_REQUEST, Taken.body(what));
            case Rejection.Missing(var what) ->
                detail(HttpStatus.NOT_FOUND, "No " + what + " matches the given query.");
            case Rejection.Forbidden() ->
                detail(HttpStatus.FORBIDDEN, "You do not have permission to perform this action.");
            case Rejection.Unprivileged() ->
                detail(HttpStatus.FORBIDDEN, "User does not have sufficient privileges to perform this action");
            case Rejection.Overridden() -> answer(HttpStatus.BAD_REQUEST, List.of(OVERRIDDEN));
            case Rejection.Invalid(var field, var problem) ->
                answer(HttpStatus.BAD_REQUEST, Map.of(field, List.of(problem)));
            case Rejection.Full(var field, var problem) -> answer(HttpStatus.BAD_REQUEST, Map.of(field, problem));
            case Rejection.Unfit(var cause) -> detail(HttpStatus.BAD_REQUEST, VersionTexts.of(cause));
            case Rejection.Conflict conflict ->
                answer(HttpStatus.BAD_REQUEST, Map.of("message", VersionTexts.of(conflict)));
            case Rejection.Withheld() ->
                detail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "This project is withheld: something that happened to it is not understood by this server.");
            case Rejection.Refused(var problem) -> answer(HttpStatus.BAD_REQUEST, List.of(problem));
        };
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(NotYetVisible e) {
        return answer(
                HttpStatus.ACCEPTED,
                Map.of("detail", "The change is recorded but not visible here yet.", "position", e.position()));
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(NotCaughtUp e) {
        return detail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Throttled e) {
        var wait = e.seconds() + (e.seconds() == 1 ? " second" : " seconds");
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()))
                .body(Map.of("detail", "Request was throttled. Expected available in " + wait + "."));
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(NoSuchPage e) {
        return detail(HttpStatus.NOT_FOUND, "Invalid page.");
    }

    /** A path or a query that has text where a number belongs. */
    @ExceptionHandler
    ResponseEntity<Object> handle(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        if (!e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(HttpStatus.BAD_REQUEST, Map.of(e.getName(), List.of("A valid integer is required.")));
        }
        return isOrganisation(e, request)
                ? answer(HttpStatus.BAD_REQUEST, List.of("Invalid organisation ID"))
                : detail(HttpStatus.NOT_FOUND, "Not found.");
    }

    /** Whether it is the id of an organisation, which the contract refuses before it looks for one. */
    private static boolean isOrganisation(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        var route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return route.startsWith("/api/v1/organisations/{" + e.getName() + "}")
                && !String.valueOf(e.getValue()).matches("\\d+");
    }

    @ExceptionHandler(BodyTooLarge.class)
    ResponseEntity<Object> tooLarge() {
        return detail(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large.");
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(UnsupportedBody e) {
        return detail(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type \"" + e.type() + "\" in request.");
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(HttpMediaTypeNotAcceptableException e) {
        return detail(HttpStatus.NOT_ACCEPTABLE, "Could not satisfy the request Accept header.");
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(HttpRequestMethodNotSupportedException e) {
        return detail(HttpStatus.METHOD_NOT_ALLOWED, "Method \"" + e.getMethod() + "\" not allowed.");
    }

    /** The container cannot tell a request's parameters apart, or there are too many. */
    @ExceptionHandler
    ResponseEntity<Object> handle(InvalidParameterException e) {
        return ResponseEntity.status(e.getErrorCode()).body(plain(e.getErrorCode()));
    }

    /** A header or a parameter holds what none may hold; it is seen when somebody reads it. */
    @ExceptionHandler
    ResponseEntity<Object> handle(RequestRejectedException e) {
        return ResponseEntity.badRequest().body(plain(HttpStatus.BAD_REQUEST.value()));
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(MissingServletRequestParameterException e) {
        return answer(HttpStatus.BAD_REQUEST, Map.of(e.getParameterName(), List.of("This field is required.")));
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(NoResourceFoundException e) {
        return answer(HttpStatus.NOT_FOUND, UNKNOWN_ADDRESS);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return ResponseEntity.status(known.getStatusCode())
                    .body(plain(known.getStatusCode().value()));
        }
        var trouble = DatabaseTrouble.of(e);
        if (trouble.isPresent()) {
            return troubles.answer(trouble.get(), e);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("A client left before it was answered", e);
        } else {
            // Not its address, which may hold a secret.
            LOG.error(
                    "{} {} failed for no reason of its sender's (request {})",
                    request.getMethod(),
                    route(request),
                    RequestId.of(request),
                    e);
        }
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, OUR_FAULT);
    }

    private static Object route(HttpServletRequest request) {
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return route == null ? request.getHttpServletMapping().getPattern() : route;
    }

    /** The body for a status of which nothing more is known. */
    static Map<String, String> plain(int status) {
        var known = HttpStatus.resolve(status);
        if (known == HttpStatus.NOT_FOUND) {
            return UNKNOWN_ADDRESS;
        }
        return known != null && known.is4xxClientError() ? Map.of("detail", known.getReasonPhrase()) : OUR_FAULT;
    }

    private static ResponseEntity<Object> detail(HttpStatus status, String detail) {
        return answer(status, Map.of("detail", detail));
    }

    private static ResponseEntity<Object> answer(HttpStatus status, Object body) {
        return ResponseEntity.status(status).body(body);
    }
}
