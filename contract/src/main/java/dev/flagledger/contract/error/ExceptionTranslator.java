package dev.flagledger.contract.error;

import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** What a part of the server that the contract does not know makes of its own failures. */
public interface ExceptionTranslator {

    /** The answer to a request that failed for this; empty if it means nothing here. */
    Optional<ResponseEntity<Object>> translate(Exception failure);
}
