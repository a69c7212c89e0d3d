package dev.flagledger.contract.view.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.api.Actor;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the admin API has it.
 *
 * @param role what the caller is in it; null for a key, and when it has just been created
 */
public record OrganisationView(
        int id,
        UUID uuid,
        String name,
        String createdDate,
        @Nullable String webhookNotificationEmail,
        int numSeats,
        SubscriptionView subscription,
        @Nullable Role role,
        boolean persistTraitData,
        boolean blockAccessToAdmin,
        boolean restrictProjectCreateToAdmin,
        @JsonProperty("force_2fa") boolean force2fa) {

    /** The answer to the question of what has been paid for: everything is open to everyone. */
    public record SubscriptionView(
            int id,
            boolean hasActiveBillingPeriods,
            @Nullable String deletedAt,
            UUID uuid,
            String subscriptionId,
            @Nullable String subscriptionDate,
            String plan,
            int maxSeats,
            int maxApiCalls,
            @Nullable String cancellationDate,
            @Nullable String customerId,
            @Nullable String billingStatus,
            @Nullable String paymentMethod,
            @Nullable String notes) {

        static final int UNLIMITED = 1_000_000_000;

        static SubscriptionView of(Organisation organisation) {
            return new SubscriptionView(
                    organisation.id(),
                    false,
                    null,
                    organisation.uuid(),
                    "open",
                    null,
                    "enterprise",
                    UNLIMITED,
                    UNLIMITED,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /** The organisation in an answer to this caller. */
    public static OrganisationView seenBy(Actor caller, Organisation organisation) {
        var user = caller.userId();
        return of(organisation, user == null ? null : organisation.members().get(user));
    }

    public static OrganisationView of(Organisation organisation, @Nullable Role callersRole) {
        var settings = organisation.settings();
        return new OrganisationView(
                organisation.id(),
                organisation.uuid(),
                settings.name(),
                WireTime.rest(organisation.createdAt()),
                settings.webhookNotificationEmail(),
                organisation.members().size(),
                SubscriptionView.of(organisation),
                callersRole,
                true,
                false,
                settings.restrictProjectCreateToAdmin(),
                settings.forceTwoFactor());
    }
}
