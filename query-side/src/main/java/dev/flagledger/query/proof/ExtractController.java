package dev.flagledger.query.proof;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.query.event.EventPlaces;
import dev.flagledger.query.event.ask.EventParameters;
import dev.flagledger.query.event.table.EventPlace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports events as stored. For those who may read the audit log of the scope. */
@RestController
@RequestMapping("/api/v1")
class ExtractController {

    private final ExtractStream stream;

    ExtractController(ExtractStream stream) {
        this.stream = stream;
    }

    @GetMapping(
            path = "/organisations/{organisationId}/events/extract",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    void ofOrganisation(
            AccessContext access,
            @PathVariable int organisationId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        write(EventPlaces.ofOrganisation(access, organisationId), access, request, response);
    }

    @GetMapping(
            path = "/projects/{projectId}/events/extract",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    void ofProject(
            AccessContext access, @PathVariable int projectId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(EventPlaces.ofProject(access, projectId), access, request, response);
    }

    private void write(EventPlace place, AccessContext access, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        stream.write(place, EventParameters.read(request, access.installation()), request, response);
    }
}
