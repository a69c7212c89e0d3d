package dev.flagledger.command.federation;

import dev.flagledger.access.federation.FederationRefused;
import dev.flagledger.contract.error.ExceptionTranslator;
import dev.flagledger.contract.error.Unauthorized;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The response to a login at a provider that lets nobody in, in the form that the contract has for SAML. */
@Component
final class FederationAnswers implements ExceptionTranslator {

    @Override
    public Optional<ResponseEntity<Object>> translate(Exception failure) {
        return failure instanceof FederationRefused refused
                ? Optional.of(Unauthorized.of(Map.of("message", refused.reason().text())))
                : Optional.empty();
    }
}
