package dev.flagledger.api.organisation;

import static dev.flagledger.api.Personal.Of.UNASSIGNABLE;

import dev.flagledger.api.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an organisation.
 *
 * @param name at most 2000 characters
 * @param webhookNotificationEmail e-mail address for reports of failed webhooks; null for none
 * @param forceTwoFactor whether members must use a second factor to log in
 * @param restrictProjectCreateToAdmin whether only admins may create projects
 */
public record OrganisationSettings(
        String name,
        @Personal(UNASSIGNABLE) @Nullable String webhookNotificationEmail,
        boolean forceTwoFactor,
        boolean restrictProjectCreateToAdmin) {}
