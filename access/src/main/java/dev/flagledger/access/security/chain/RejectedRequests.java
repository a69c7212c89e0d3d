package dev.flagledger.access.security.chain;

import dev.flagledger.contract.error.ExceptionTranslator;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/**
 * Responses to requests with illegal characters in a header or parameter, which the firewall rejects when the value is
 * read.
 */
@Component
final class RejectedRequests implements ExceptionTranslator {

    @Override
    public Optional<ResponseEntity<Object>> translate(Exception failure) {
        return failure instanceof RequestRejectedException
                ? Optional.of(
                        ResponseEntity.badRequest().body(Map.of("detail", HttpStatus.BAD_REQUEST.getReasonPhrase())))
                : Optional.empty();
    }
}
