package dev.flagledger.command.transfer;

import static dev.flagledger.access.permission.AccessContext.found;

import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.api.environment.EnvironmentCommand.ExportFeatures;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.contract.form.Fields;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.ExportView;
import dev.flagledger.contract.view.project.ExportedFeature;
import dev.flagledger.engine.state.project.Environment;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.installation.transfer.Exports;
import dev.flagledger.installation.transfer.KnownExport;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Endpoint that exports the current features of an environment. */
@RestController
@RequestMapping("/api/v1/features/create-feature-export")
class ExportController {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Ids ids;
    private final Exports exports;
    private final JsonMapper json;
    private final Clock clock;

    ExportController(Ids ids, Exports exports, JsonMapper json, Clock clock) {
        this.ids = ids;
        this.exports = exports;
        this.json = json;
        this.clock = clock;
    }

    /** An unknown environment is answered as forbidden. Unknown tags match no feature. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ExportView create(CommandContext context, Form form) {
        int environmentId = form.integer("environment_id");
        var tags = Fields.integers(form, "tag_ids");
        form.validate();
        var access = context.access();
        access.require(Permission.ENVIRONMENT_ADMIN, new Scope.OfEnvironment(environmentId));
        var project = found(access.installation().projectOfEnvironment(environmentId), "Environment");
        var environment = project.environment(environmentId);
        var document = json.writeValueAsBytes(ExportedFeature.all(project, environment, tags));
        var made = made(environment);
        context.send(new ExportFeatures(environmentId, made.id()), () -> exports.store(made, document));
        return ExportView.of(made.id(), made.name(), environmentId, made.createdAt());
    }

    private KnownExport made(Environment environment) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var name = environment.settings().name() + " | " + MINUTE.format(now);
        return new KnownExport(ids.next(Ids.Kind.EXPORT), environment.id(), name, now);
    }
}
