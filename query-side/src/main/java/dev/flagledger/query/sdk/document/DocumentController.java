package dev.flagledger.query.sdk.document;

import dev.flagledger.api.access.Permission;
import dev.flagledger.engine.access.Sight;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The same document for those who may view the environment. */
@RestController
class DocumentController {

    private final PreparedDocuments documents;

    DocumentController(PreparedDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/api/v1/environments/{apiKey}/document")
    ResponseEntity<byte[]> document(Sight sight, @PathVariable String apiKey) {
        var environment = sight.environment(apiKey, Permission.VIEW_ENVIRONMENT);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(documents.of(sight.installation(), environment).body());
    }
}
