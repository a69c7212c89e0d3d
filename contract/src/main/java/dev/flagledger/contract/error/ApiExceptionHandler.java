package dev.flagledger.contract.error;

import dev.flagledger.api.Rejected;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.form.value.Coercion;
import dev.flagledger.contract.http.RequestId;
import dev.flagledger.contract.paging.NoSuchPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
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

/** Turns exceptions into responses, for all controllers. */
@RestControllerAdvice
final class ApiExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

    private final List<ExceptionTranslator> translators;

    ApiExceptionHandler(List<ExceptionTranslator> translators) {
        this.translators = translators;
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(InvalidInput e) {
        return ErrorResponses.of(HttpStatus.BAD_REQUEST, e.body());
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Refusal e) {
        var answer = ResponseEntity.status(e.status());
        if (e.status() == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, Unauthorized.CHALLENGE);
        }
        return answer.body(e.body());
    }

    @ExceptionHandler(OutOfScope.class)
    ResponseEntity<Object> outOfScope() {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .header(HttpHeaders.WWW_AUTHENTICATE, OutOfScope.CHALLENGE)
                .body(OutOfScope.BODY);
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(Rejected e) {
        return RejectionResponses.of(e.rejection());
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
        return ErrorResponses.detail(HttpStatus.NOT_FOUND, "Invalid page.");
    }

    /** A path variable or query parameter is not a number. */
    @ExceptionHandler
    ResponseEntity<Object> handle(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        if (!e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return ErrorResponses.of(HttpStatus.BAD_REQUEST, Map.of(e.getName(), List.of(Coercion.INTEGER_REQUIRED)));
        }
        return isOrganisation(e, request)
                ? ErrorResponses.of(HttpStatus.BAD_REQUEST, List.of("Invalid organisation ID"))
                : ErrorResponses.detail(HttpStatus.NOT_FOUND, AccessTexts.NOT_FOUND);
    }

    /** Whether the variable is the id of an organisation, for which the contract has another response. */
    private static boolean isOrganisation(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        var route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return route.startsWith("/api/v1/organisations/{" + e.getName() + "}")
                && !String.valueOf(e.getValue()).matches("\\d+");
    }

    @ExceptionHandler(BodyTooLarge.class)
    ResponseEntity<Object> tooLarge() {
        return ErrorResponses.detail(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large.");
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(UnsupportedMediaType e) {
        return ErrorResponses.detail(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type \"" + e.type() + "\" in request.");
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(HttpMediaTypeNotAcceptableException e) {
        return ErrorResponses.detail(HttpStatus.NOT_ACCEPTABLE, "Could not satisfy the request Accept header.");
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(HttpRequestMethodNotSupportedException e) {
        return ErrorResponses.detail(HttpStatus.METHOD_NOT_ALLOWED, "Method \"" + e.getMethod() + "\" not allowed.");
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(MissingServletRequestParameterException e) {
        return ErrorResponses.of(HttpStatus.BAD_REQUEST, Map.of(e.getParameterName(), List.of(FieldTexts.REQUIRED)));
    }

    @ExceptionHandler
    ResponseEntity<Object> handle(NoResourceFoundException e) {
        return ErrorResponses.of(HttpStatus.NOT_FOUND, ErrorResponses.UNKNOWN_ADDRESS);
    }

    /** @throws Exception if part of a response has been sent: the server then breaks the connection, so that the client notices */
    @ExceptionHandler
    ResponseEntity<Object> handle(Exception e, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return plain(known.getStatusCode().value());
        }
        // The server cannot read the request, such as its parameters or its body.
        if (e instanceof HttpException unreadable
                && HttpStatusCode.valueOf(unreadable.getCode()).is4xxClientError()) {
            return plain(unreadable.getCode());
        }
        for (var translator : translators) {
            var answer = translator.translate(e);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            LOG.debug("A client disconnected before the response was written", e);
        } else {
            // The route instead of the path, which may contain a secret.
            LOG.error("{} {} failed (request {})", request.getMethod(), route(request), RequestId.of(request), e);
            if (response.isCommitted()) {
                throw e;
            }
        }
        return ErrorResponses.of(HttpStatus.INTERNAL_SERVER_ERROR, ErrorResponses.OUR_FAULT);
    }

    private static ResponseEntity<Object> plain(int status) {
        return ResponseEntity.status(status).body(ErrorResponses.plain(status));
    }

    private static Object route(HttpServletRequest request) {
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return route == null ? request.getHttpServletMapping().getPattern() : route;
    }
}
