package dev.flagledger.command.user;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.access.session.SessionRows;
import dev.flagledger.api.user.SessionCommand.EndSession;
import dev.flagledger.command.context.CommandContext;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that ends single sessions of the caller. */
@RestController
class OwnSessionController {

    private final SessionRows sessions;

    OwnSessionController(SessionRows sessions) {
        this.sessions = sessions;
    }

    @DeleteMapping("/api/v1/auth/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(CommandContext context, @PathVariable UUID id) {
        int user = context.access().account().id();
        var own = sessions.of(user).stream().filter(row -> row.id().equals(id)).findFirst();
        AccessContext.found(own, "Session");
        context.send(new EndSession(user, id), () -> sessions.end(user, id));
    }
}
