package dev.flagledger.contract.view.organisation;

import org.jspecify.annotations.Nullable;

/** What an organisation has paid for, as the admin API tells its admins: there is nothing to pay for, and no limit. */
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
