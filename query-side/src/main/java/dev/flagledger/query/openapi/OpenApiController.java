package dev.flagledger.query.openapi;

import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Serves the OpenAPI document. */
@RestController
class OpenApiController {

    private final byte[] document;

    OpenApiController(JsonMapper json) throws IOException {
        document = json.writeValueAsBytes(OpenApiDocument.assemble(json));
    }

    /** The second path is Flagsmith's, for tools that were made for it. */
    @GetMapping(
            value = {"/api/v1/openapi.json", "/api/v1/swagger.json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document;
    }
}
