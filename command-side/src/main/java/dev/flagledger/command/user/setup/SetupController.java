package dev.flagledger.command.user.setup;

import dev.flagledger.access.address.DashboardLinks;
import dev.flagledger.access.address.OwnAddress;
import dev.flagledger.access.security.cookie.SetupOrigin;
import dev.flagledger.api.Claim;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.user.mailed.MailedLink;
import dev.flagledger.contract.error.Refusal;
import dev.flagledger.contract.error.text.access.AccessTexts;
import dev.flagledger.contract.error.text.access.SetupTexts;
import dev.flagledger.contract.form.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints that make the first superuser; open to everyone, as long as there are no users. */
@RestController
@RequestMapping("/api/v1/users")
class SetupController {

    private static final int MAX_EMAIL = 254;

    private static final String FORM = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Set up Flagledger</title>
            </head>
            <body>
            <h1>Set up Flagledger</h1>
            <p>The answer has a link with which the administrator sets a password.</p>
            <form method="post">
            <label>E-mail address of the administrator <input type="email" name="email" autocomplete="email" required></label>
            <button>Set up</button>
            </form>
            </body>
            </html>
            """;

    private final SetupSettings settings;
    private final Superusers superusers;
    private final DashboardLinks dashboard;
    private final OwnAddress address;
    private final SetupOrigin origin;

    SetupController(
            SetupSettings settings,
            Superusers superusers,
            DashboardLinks dashboard,
            OwnAddress address,
            SetupOrigin origin) {
        this.settings = settings;
        this.superusers = superusers;
        this.dashboard = dashboard;
        this.address = address;
        this.origin = origin;
    }

    /** A GET that creates something, as in Flagsmith; therefore only if the operator allows it. */
    @GetMapping("/init")
    ResponseEntity<Map<String, Object>> init(CommandContext context, HttpServletRequest request) {
        if (!settings.byUrl()) {
            throw missing();
        }
        origin.require(request);
        try {
            var link = first(context, settings.emailByUrl());
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(Map.of("adminUserCreated", true, "passwordResetUrl", page(link, request)));
        } catch (Rejected _) {
            return ResponseEntity.badRequest()
                    .body(Map.of("adminUserCreated", false, "message", SetupTexts.USERS_EXIST));
        }
    }

    @GetMapping("/config/init")
    ResponseEntity<String> form(CommandContext context) {
        requireNoUsers(context);
        return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(FORM);
    }

    @PostMapping("/config/init")
    Map<String, String> configure(CommandContext context, Form form, HttpServletRequest request) {
        requireNoUsers(context);
        origin.require(request);
        var email = form.email("email", MAX_EMAIL);
        form.validate();
        try {
            return Map.of("message", SetupTexts.CONFIGURED, "passwordResetUrl", page(first(context, email), request));
        } catch (Rejected _) {
            throw missing();
        }
    }

    /** The command refuses this too, as long as the first user is not erased. */
    private MailedLink first(CommandContext context, String email) {
        if (!context.installation().users().isEmpty()) {
            throw new Rejected(new Rejection.Taken(Claim.Kind.FIRST_USER));
        }
        return superusers.first(email);
    }

    private static void requireNoUsers(CommandContext context) {
        if (!context.installation().users().isEmpty()) {
            throw missing();
        }
    }

    private static Refusal missing() {
        return Refusal.detail(HttpStatus.NOT_FOUND, AccessTexts.NOT_FOUND);
    }

    /** The caller gets the link, so the host may be the one that the caller has named. */
    private String page(MailedLink link, HttpServletRequest request) {
        return dashboard.or(address.of(request)) + link.path();
    }
}
