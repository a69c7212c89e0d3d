package dev.flagledger.query.event;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.query.event.ask.EventParameters;
import dev.flagledger.query.event.table.EventView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the events of all organisations that the caller administers; for superusers, all there are. */
@RestController
@RequestMapping("/api/v1/events")
class EventController {

    private final EventAnswers answers;

    EventController(EventAnswers answers) {
        this.answers = answers;
    }

    @EventList
    @Nullable EventPage list(AccessContext access, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var place = EventPlaces.administered(access);
        return answers.list(place, EventParameters.read(request, access.installation()), request, response);
    }

    @GetMapping("/{position}")
    EventView retrieve(AccessContext access, @PathVariable long position) {
        return found(answers.at(EventPlaces.administered(access), position), "Event");
    }
}
