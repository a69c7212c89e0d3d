package dev.flagledger.command.user.setup;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an installation is set up without the dashboard.
 *
 * @param adminEmail the address of a superuser whom the server makes sure there is; empty for none
 * @param organisationName the name of the first organisation
 * @param projectName the name of its first project
 * @param byUrl whether whoever comes first may have the first superuser made by a request
 */
@ConfigurationProperties("flagledger.setup")
record SetupSettings(
        @DefaultValue("") String adminEmail,
        @DefaultValue("Default Organisation") String organisationName,
        @DefaultValue("Default Project") String projectName,
        @DefaultValue("false") boolean byUrl) {

    private static final String DEFAULT_EMAIL = "admin@example.com";

    SetupSettings {
        if (!adminEmail.isEmpty() && !adminEmail.matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalArgumentException("FLAGLEDGER_SETUP_ADMIN_EMAIL must be an e-mail address");
        }
    }

    /** The address of a superuser who is made by a request. */
    String emailByUrl() {
        return adminEmail.isEmpty() ? DEFAULT_EMAIL : adminEmail;
    }
}
