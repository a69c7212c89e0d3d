package dev.flagledger.contract.view.organisation;

import org.jspecify.annotations.Nullable;

/** The limits of an organisation's subscription in the admin API: all unlimited, since there is nothing to pay for. */
public record SubscriptionLimitsView(
        int maxSeats,
        int maxApiCalls,
        @Nullable Integer maxProjects,
        @Nullable String paymentSource,
        @Nullable String chargebeeEmail,
        @Nullable Integer featureHistoryVisibilityDays,
        @Nullable Integer auditLogVisibilityDays) {

    public static SubscriptionLimitsView unlimited() {
        int unlimited = OrganisationView.SubscriptionView.UNLIMITED;
        return new SubscriptionLimitsView(unlimited, unlimited, null, null, null, null, null);
    }
}
