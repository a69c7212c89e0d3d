package dev.flagledger.query.usage;

import dev.flagledger.contract.form.Form;
import java.time.LocalDate;
import java.util.List;

/**
 * Days to tell of. Here nobody is billed, so that billing periods are calendar months.
 *
 * @param to the day after the last
 */
record Period(LocalDate from, LocalDate to) {

    private static final List<String> NAMES =
            List.of("", "current_billing_period", "previous_billing_period", "90_day_period");

    static Period read(Form form, LocalDate today) {
        var month = today.withDayOfMonth(1);
        var tomorrow = today.plusDays(1);
        return switch (form.choice("period", NAMES, "")) {
            case "current_billing_period" -> new Period(month, tomorrow);
            case "previous_billing_period" -> new Period(month.minusMonths(1), month);
            case "90_day_period" -> new Period(today.minusDays(90), tomorrow);
            default -> new Period(today.minusDays(30), tomorrow);
        };
    }
}
