package dev.flagledger.access.security;

import dev.flagledger.contract.error.ExceptionTranslator;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/** A header or a parameter holds what none may hold; the firewall notices when somebody reads it. */
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
