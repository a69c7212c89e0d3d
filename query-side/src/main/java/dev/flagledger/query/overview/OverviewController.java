package dev.flagledger.query.overview;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.contract.form.Form;
import dev.flagledger.engine.state.organisation.Organisation;
import dev.flagledger.query.usage.CallTotals;
import dev.flagledger.query.usage.CallTotals.Calls;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The overview of the organisations that the caller administers. Who administers none is shown none, and not refused. */
@RestController
@RequestMapping("/api/v1/admin/dashboard")
class OverviewController {

    private static final int MONTH = 30;
    private static final List<String> DAYS = List.of("", "30", "60", "90");

    private final CallTotals totals;
    private final Clock clock;

    OverviewController(CallTotals totals, Clock clock) {
        this.totals = totals;
        this.clock = clock;
    }

    @GetMapping("/summary")
    SummaryView summary(AccessContext access, Form query) {
        int days = days(query);
        var all = Administered.by(access);
        var calls = totals.byOrganisation(all.ids(), MONTH).values();
        return SummaryView.of(
                all, calls.stream().mapToLong(Calls::all).sum(), clock.instant().minus(Duration.ofDays(days)));
    }

    @GetMapping("/organisations")
    List<OrganisationTotals> organisations(AccessContext access) {
        var all = Administered.by(access);
        var recent = RecentCalls.of(totals.recent(all.ids()));
        var now = clock.instant();
        return all.organisations().stream()
                .map(organisation -> OrganisationTotals.of(organisation, all, recent, now))
                .toList();
    }

    @GetMapping("/usage-trends")
    List<TrendView> trends(AccessContext access, Form query) {
        int days = days(query);
        return totals.byDay(Administered.by(access).ids(), days).entrySet().stream()
                .map(day -> TrendView.of(day.getKey(), day.getValue()))
                .toList();
    }

    /** By the names of organisations, then of projects. A project without flags is left out. */
    @GetMapping("/stale-flags")
    List<StaleFlagsView> staleFlags(AccessContext access) {
        var all = Administered.by(access);
        var now = clock.instant();
        return all.organisations().stream()
                .flatMap(organisation -> all.projectsOf(organisation).stream()
                        .filter(project -> !project.features().isEmpty())
                        .map(project -> StaleFlagsView.of(organisation, project, now)))
                .sorted(Comparator.comparing(StaleFlagsView::organisationName)
                        .thenComparing(StaleFlagsView::projectName))
                .toList();
    }

    @GetMapping("/integrations")
    List<IntegrationsView> integrations(AccessContext access) {
        var all = Administered.by(access);
        return all.organisations().stream()
                .flatMap(organisation -> integrations(all, organisation))
                .toList();
    }

    /** Always empty: there are no release pipelines. */
    @GetMapping("/release-pipelines")
    List<Object> releasePipelines(AccessContext access) {
        return List.of();
    }

    private static Stream<IntegrationsView> integrations(Administered all, Organisation organisation) {
        int webhooks = all.projectsOf(organisation).stream()
                .mapToInt(Administered::webhooks)
                .sum();
        return webhooks == 0 ? Stream.empty() : Stream.of(IntegrationsView.webhooks(organisation, webhooks));
    }

    /** Over how many days something is counted: 30, 60 or 90. */
    private static int days(Form query) {
        var days = query.choice("days", DAYS, "");
        query.validate();
        return days.isEmpty() ? MONTH : Integer.parseInt(days);
    }
}
