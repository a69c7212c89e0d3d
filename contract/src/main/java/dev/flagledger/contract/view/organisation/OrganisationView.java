package dev.flagledger.contract.view.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.flagledger.api.Actor;
import dev.flagledger.api.organisation.Role;
import dev.flagledger.contract.view.WireTime;
import dev.flagledger.engine.state.organisation.Organisation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in the admin API.
 *
 * @param role the caller's role; null for API keys and in the response to the creation
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

    /** The subscription, which includes everything. */
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

        /** What is not limited. */
        public static final int UNLIMITED = 1_000_000_000;

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

    /** The organisation in a response to a caller of this role. */
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
