package dev.flagledger.api.organisation;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation's admins can set.
 *
 * @param name at most 2000 characters
 * @param webhookNotificationEmail where failures of webhooks are reported; null for nowhere
 * @param forceTwoFactor whether members must log in with a second factor
 * @param restrictProjectCreateToAdmin whether only admins may create projects
 */
public record OrganisationSettings(
        String name,
        @Personal(UNASSIGNABLE) @Nullable String webhookNotificationEmail,
        boolean forceTwoFactor,
        boolean restrictProjectCreateToAdmin) {}
