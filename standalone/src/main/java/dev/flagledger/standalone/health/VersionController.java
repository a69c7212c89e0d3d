package dev.flagledger.standalone.health;

import dev.flagledger.access.mail.Mails;
import dev.flagledger.contract.view.ServerVersionView;
import dev.flagledger.engine.state.Installation;
import dev.flagledger.installation.web.Positions;
import dev.flagledger.ledger.history.History;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the Flagsmith release whose wire format the server implements. Tools and the dashboard depend on it. */
@RestController
class VersionController {

    private final History<Installation> history;
    private final Positions positions;
    private final Mails mails;

    VersionController(History<Installation> history, Positions positions, Mails mails) {
        this.history = history;
        this.positions = positions;
        this.mails = mails;
    }

    @GetMapping("/version")
    ServerVersionView version(HttpServletRequest request) {
        positions.awaitWanted(request);
        var users = history.state().users().values();
        return ServerVersionView.of(
                !users.isEmpty(), users.stream().anyMatch(user -> user.lastLogin() != null), mails.configured());
    }
}
