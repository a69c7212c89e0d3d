package dev.flagledger.query.usage;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.access.Permission;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.paging.Page;
import dev.flagledger.contract.paging.PageRequest;
import dev.flagledger.query.usage.CallCounter.Day;
import dev.flagledger.query.usage.CallCounter.Selection;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the API usage of an organisation, for its admins. */
@RestController
@RequestMapping("/api/v1/organisations/{id}")
class OrganisationUsageController {

    private final CallCounter counter;
    private final Clock clock;

    OrganisationUsageController(CallCounter counter, Clock clock) {
        this.counter = counter;
        this.clock = clock;
    }

    @GetMapping("/usage-data")
    List<UsageView> daily(AccessContext access, @PathVariable int id, Form form) {
        return days(access, id, form).stream().map(UsageView::of).toList();
    }

    @GetMapping("/influx-data")
    Map<String, List<Map<String, Object>>> dailyInTheOldForm(AccessContext access, @PathVariable int id, Form form) {
        return Map.of(
                "events_list",
                days(access, id, form).stream().map(UsageView::old).toList());
    }

    @GetMapping("/usage-data/total-count")
    Map<String, Long> total(AccessContext access, @PathVariable int id) {
        access.requireAdmin(id);
        return Map.of("count", counter.total(id));
    }

    @GetMapping("/usage")
    Map<String, Long> totalInTheOldForm(AccessContext access, @PathVariable int id) {
        access.requireAdmin(id);
        return Map.of("events", counter.total(id));
    }

    /** Always empty: there are no quotas to notify about. */
    @GetMapping("/api-usage-notification")
    Page<Object> notifications(AccessContext access, @PathVariable int id, HttpServletRequest request) {
        access.organisation(id, Permission.VIEW_ORGANISATION);
        return PageRequest.fixed(request).of(List.of());
    }

    private List<Day> days(AccessContext access, int id, Form form) {
        access.requireAdmin(id);
        var period = UsagePeriod.read(form, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var selection = new Selection(
                id,
                form.integerOrNull("project_id", null),
                form.integerOrNull("environment_id", null),
                period.from(),
                period.to());
        form.validate();
        return counter.daily(selection);
    }
}
