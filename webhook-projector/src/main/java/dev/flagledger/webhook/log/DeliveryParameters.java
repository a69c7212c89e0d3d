package dev.flagledger.webhook.log;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.form.ParameterReader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a list of deliveries.
 *
 * @param status null for all
 * @param before where the page begins, exclusive; null for the newest
 * @param limit the size of the page
 */
record DeliveryParameters(@Nullable String status, @Nullable ListPlace before, int limit) {

    private static final Set<String> STATUSES = Set.of("pending", "delivered", "failed", "cancelled");
    private static final int MOST = 999;
    private static final String PLACE_REQUIRED = "Enter the sequence and the number of a delivery, such as 41-1207.";

    /**
     * Reads the query of a request.
     *
     * @throws InvalidInput if a parameter is invalid; all errors are reported together
     */
    static DeliveryParameters read(HttpServletRequest request) {
        var read = new ParameterReader(request);
        var parameters = new DeliveryParameters(
                read.parsed("status", QueryTexts.NOT_A_CHOICE, text -> STATUSES.contains(text) ? text : null),
                read.parsed(
                        "before", PLACE_REQUIRED, text -> ListPlace.parse(text).orElse(null)),
                read.limit(MOST));
        read.finish();
        return parameters;
    }
}
