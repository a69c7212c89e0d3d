package dev.flagledger.query.sdk.document;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.query.past.TimeTravels;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the environment document to users who may view the environment. */
@RestController
class DocumentController {

    private final PreparedDocuments documents;

    DocumentController(PreparedDocuments documents) {
        this.documents = documents;
    }

    @TimeTravels
    @GetMapping("/api/v1/environments/{apiKey}/document")
    ResponseEntity<byte[]> document(AccessContext access, @PathVariable String apiKey) {
        var environment = access.environment(apiKey, Permission.VIEW_ENVIRONMENT);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(documents.of(access, environment).body());
    }
}
