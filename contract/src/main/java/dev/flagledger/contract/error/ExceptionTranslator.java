package dev.flagledger.contract.error;

import java.util.Optional;
import org.springframework.http.ResponseEntity;

/** Turns exceptions of other modules, which this one does not know, into responses. */
public interface ExceptionTranslator {

    /** The response for an exception; empty if this translator does not know its type. */
    Optional<ResponseEntity<Object>> translate(Exception failure);
}
