package dev.flagledger.query.event;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.query.event.EventPlace.OfOrganisations;
import dev.flagledger.query.event.EventPlace.OfProject;
import dev.flagledger.query.event.ask.EventParameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Reads the events of all organisations that the caller administers, of one organisation, of one project or of one feature: a page, or
 * all of them as lines of JSON or as a sheet. The permissions are those of the audit log.
 */
@RestController
@RequestMapping("/api/v1")
class EventController {

    private final EventAnswers answers;

    EventController(EventAnswers answers) {
        this.answers = answers;
    }

    @GetMapping(
            path = "/events",
            produces = {MediaType.APPLICATION_JSON_VALUE, EventFormat.LINES_TYPE, EventFormat.SHEET_TYPE})
    @Nullable EventPage list(AccessContext access, HttpServletRequest request, HttpServletResponse response) throws IOException {
        return list(access, administered(access), request, response);
    }

    @GetMapping("/events/{position}")
    EventView retrieve(AccessContext access, @PathVariable long position) {
        return retrieve(administered(access), position);
    }

    @GetMapping(
            path = "/organisations/{organisationId}/events",
            produces = {MediaType.APPLICATION_JSON_VALUE, EventFormat.LINES_TYPE, EventFormat.SHEET_TYPE})
    @Nullable EventPage listOfOrganisation(
            AccessContext access,
            @PathVariable int organisationId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return list(access, ofOrganisation(access, organisationId), request, response);
    }

    @GetMapping("/organisations/{organisationId}/events/{position}")
    EventView retrieveOfOrganisation(
            AccessContext access, @PathVariable int organisationId, @PathVariable long position) {
        return retrieve(ofOrganisation(access, organisationId), position);
    }

    @GetMapping(
            path = "/projects/{projectId}/events",
            produces = {MediaType.APPLICATION_JSON_VALUE, EventFormat.LINES_TYPE, EventFormat.SHEET_TYPE})
    @Nullable EventPage listOfProject(
            AccessContext access, @PathVariable int projectId, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return list(access, ofProject(access, projectId), request, response);
    }

    @GetMapping("/projects/{projectId}/events/{position}")
    EventView retrieveOfProject(AccessContext access, @PathVariable int projectId, @PathVariable long position) {
        return retrieve(ofProject(access, projectId), position);
    }

    /** The history of a feature, which may have been deleted. */
    @GetMapping(
            path = "/projects/{projectId}/features/{featureId}/history",
            produces = {MediaType.APPLICATION_JSON_VALUE, EventFormat.LINES_TYPE, EventFormat.SHEET_TYPE})
    @Nullable EventPage listOfFeature(
            AccessContext access,
            @PathVariable int projectId,
            @PathVariable int featureId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var place = ofProject(access, projectId);
        var query = EventParameters.read(request, access.installation()).ofFeature(featureId);
        return answers.list(place, query, request, response);
    }

    private @Nullable EventPage list(
            AccessContext access, EventPlace place, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answers.list(place, EventParameters.read(request, access.installation()), request, response);
    }

    private EventView retrieve(EventPlace place, long position) {
        return found(answers.at(place, position), "Event");
    }

    private static EventPlace administered(AccessContext access) {
        return new OfOrganisations(access.installation().organisations().keySet().stream()
                .filter(id -> access.may(Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(id)))
                .toList());
    }

    private static EventPlace ofOrganisation(AccessContext access, int id) {
        access.organisation(id, Permission.ORGANISATION_ADMIN);
        return new OfOrganisations(List.of(id));
    }

    private static EventPlace ofProject(AccessContext access, int id) {
        access.project(id, Permission.VIEW_AUDIT_LOG);
        return new OfProject(id);
    }
}
