package dev.flagledger.webhook.log;

import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.QueryTexts;
import dev.flagledger.contract.form.value.Coercion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * Reads the parameters, null if absent.
     *
     * @throws InvalidInput if one is invalid; all errors are reported together
     */
    static DeliveryParameters read(@Nullable String status, @Nullable String before, @Nullable String limit) {
        Map<String, Object> problems = new LinkedHashMap<>();
        if (status != null && !STATUSES.contains(status)) {
            problems.put("status", List.of(QueryTexts.NOT_A_CHOICE));
        }
        var from = before == null ? null : ListPlace.parse(before).orElse(null);
        if (before != null && from == null) {
            problems.put("before", List.of(PLACE_REQUIRED));
        }
        if (limit != null && !limit.matches("[1-9]\\d{0,8}")) {
            problems.put("limit", List.of(Coercion.INTEGER_REQUIRED));
        }
        if (!problems.isEmpty()) {
            throw InvalidInput.fields(problems);
        }
        return new DeliveryParameters(status, from, limit == null ? MOST : Math.min(Integer.parseInt(limit), MOST));
    }
}
