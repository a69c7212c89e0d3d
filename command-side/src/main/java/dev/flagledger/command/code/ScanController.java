package dev.flagledger.command.code;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.code.CodeCommand.RecordScan;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.error.text.project.ProjectTexts;
import dev.flagledger.contract.form.Form;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that takes scanners' reports. */
@RestController
class ScanController {

    /** Repositories are held in memory. Concurrent requests may exceed the limit by one. */
    private static final int MAX_REPOSITORIES = 100;

    @PostMapping("/api/v1/projects/{projectId}/code-references")
    @ResponseStatus(HttpStatus.CREATED)
    ScanReport report(CommandContext context, @PathVariable int projectId, Form form) {
        var project = context.access().project(projectId, Permission.VIEW_PROJECT);
        var report = ScanReport.read(form);
        var known = project.reports().repositories();
        if (known.size() >= MAX_REPOSITORIES && !known.containsKey(report.repositoryUrl())) {
            form.reject("repository_url", ProjectTexts.TOO_MANY_REPOSITORIES);
        }
        form.validate();
        context.send(new RecordScan(UUID.randomUUID(), projectId, report.toScan(project)));
        return report;
    }
}
