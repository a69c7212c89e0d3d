package dev.flagledger.query.usage;

import dev.flagledger.contract.form.Form;
import java.time.LocalDate;
import java.util.List;

/**
 * A range of days. Billing periods are calendar months, since nothing is billed.
 *
 * @param to the end, exclusive
 */
record UsagePeriod(LocalDate from, LocalDate to) {

    private static final List<String> NAMES =
            List.of("", "current_billing_period", "previous_billing_period", "90_day_period");

    static UsagePeriod read(Form form, LocalDate today) {
        var month = today.withDayOfMonth(1);
        var tomorrow = today.plusDays(1);
        return switch (form.choice("period", NAMES, "")) {
            case "current_billing_period" -> new UsagePeriod(month, tomorrow);
            case "previous_billing_period" -> new UsagePeriod(month.minusMonths(1), month);
            case "90_day_period" -> new UsagePeriod(today.minusDays(90), tomorrow);
            default -> new UsagePeriod(today.minusDays(30), tomorrow);
        };
    }
}
