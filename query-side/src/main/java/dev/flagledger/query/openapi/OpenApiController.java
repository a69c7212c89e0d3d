package dev.flagledger.query.openapi;

import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The description of the HTTP interface, for people and for the tools that read it. */
@RestController
class OpenApiController {

    private final byte[] document;

    OpenApiController(JsonMapper json) throws IOException {
        document = json.writeValueAsBytes(OpenApiDocument.assemble(json));
    }

    /** The second address is where tools that were made for Flagsmith look. */
    @GetMapping(
            value = {"/api/v1/openapi.json", "/api/v1/swagger.json"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] document() {
        return document;
    }
}
