package dev.flagledger.query.dashboard;

import dev.flagledger.access.account.AccountSettings;
import dev.flagledger.access.session.CookieSettings;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves the settings of the installation as the script that Flagsmith's dashboard loads first, with Flagsmith's names. Without it the
 * dashboard shows that it is under maintenance. It contains nothing that a visitor may not know.
 */
@RestController
class ProjectOverridesController {

    private static final String API = "/api/v1/";

    private final String script;

    ProjectOverridesController(
            AccountSettings accounts,
            CookieSettings cookies,
            ShownInvites invites,
            DashboardFlags flags,
            JsonMapper json) {
        this.script = "window.projectOverrides = "
                + json.writeValueAsString(overrides(accounts, cookies, invites, flags)) + ";\n";
    }

    @GetMapping(path = "/config/project-overrides", produces = "application/javascript")
    String script() {
        return script;
    }

    private static Map<String, Object> overrides(
            AccountSettings accounts, CookieSettings cookies, ShownInvites invites, DashboardFlags flags) {
        var overrides = new TreeMap<String, Object>();
        overrides.put("api", API);
        overrides.put("assetURL", "/");
        overrides.put("cookieAuthEnabled", cookies.enabled());
        overrides.put("cookieSameSite", cookies.sameSite().toLowerCase(Locale.ROOT));
        overrides.put("disableAnalytics", false);
        overrides.put("flagsmithAnalytics", false);
        overrides.put("flagsmithRealtime", false);
        overrides.put("hideInviteLinks", !invites.links());
        overrides.put("linkedinPartnerTracking", false);
        overrides.put("maintenance", false);
        overrides.put("preventEmailPassword", accounts.preventPasswords());
        overrides.put("preventSignup", accounts.preventSignup());
        overrides.put("useSecureCookies", cookies.secure());
        if (!flags.environmentKey().isEmpty()) {
            overrides.put("flagsmith", flags.environmentKey());
            overrides.put("flagsmithClientAPI", API);
        }
        return overrides;
    }
}
