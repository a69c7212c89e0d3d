package dev.flagledger.command.transfer;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import dev.flagledger.api.access.Scope;
import dev.flagledger.command.context.CommandContext;
import dev.flagledger.command.feature.FeatureCreation;
import dev.flagledger.contract.error.BodyTooLarge;
import dev.flagledger.contract.error.InvalidInput;
import dev.flagledger.contract.error.text.project.TransferTexts;
import dev.flagledger.contract.form.FileUploads;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.view.project.ImportView;
import dev.flagledger.engine.state.project.Project;
import dev.flagledger.installation.id.Ids;
import dev.flagledger.installation.transfer.Imports;
import dev.flagledger.installation.transfer.KnownImport;
import dev.flagledger.installation.transfer.TransferStatus;
import dev.flagledger.ledger.command.NotYetVisible;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoint that imports features into an environment. The answer tells the outcome. */
@RestController
@RequestMapping("/api/v1/features/feature-import/{environmentId}")
class ImportController {

    private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);
    private static final int MAX_BYTES = 1_000_000;

    private final Ids ids;
    private final Imports imports;
    private final Importer importer;
    private final Clock clock;

    ImportController(Ids ids, Imports imports, Importer importer, Clock clock) {
        this.ids = ids;
        this.imports = imports;
        this.importer = importer;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ImportView create(CommandContext context, @PathVariable int environmentId, Form sent, HttpServletRequest request)
            throws IOException {
        var project = project(context, environmentId);
        var form = FileUploads.withJson(request, sent, ImportForm.FILE, MAX_BYTES);
        var strategy = ImportForm.strategy(form);
        var features = ImportForm.features(form, project);
        form.validate();
        requireNote(context, project);
        FeatureCreation.requireRoom(project, new FeatureNames(project).missing(features));
        var begun = begin(project.id(), environmentId, strategy);
        var ended = begun.with(run(begun, features, strategy, context));
        return ImportView.of(
                ended.id(), environmentId, ended.strategy(), ended.status().name(), ended.createdAt());
    }

    /** A file beyond the limit for requests is answered like a file beyond the limit for files. */
    @ExceptionHandler(BodyTooLarge.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    Map<String, List<String>> tooLarge() {
        return Map.of(ImportForm.FILE, List.of(FileUploads.TOO_LARGE));
    }

    /** An unknown environment is answered as forbidden. */
    private static Project project(CommandContext context, int environmentId) {
        var access = context.access();
        var project = access.installation()
                .projectOfEnvironment(environmentId)
                .orElseThrow(() -> new Rejected(new Rejection.Forbidden()));
        access.require(Permission.ORGANISATION_ADMIN, new Scope.OfOrganisation(project.organisationId()));
        return project;
    }

    /** Refused here, as the refusal of a feature is only an outcome. Admins of an organisation are users and API keys, all of whom are asked. */
    private static void requireNote(CommandContext context, Project project) {
        if (project.settings().requireNote() && context.attribution().note() == null) {
            throw new Rejected(new Rejection.Invalid(Rejection.Invalid.Rule.NOTE));
        }
    }

    private KnownImport begin(int projectId, int environmentId, ImportStrategy strategy) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int id = ids.next(Ids.Kind.IMPORT);
        var begun = new KnownImport(id, projectId, environmentId, strategy.name(), TransferStatus.PROCESSING, now);
        if (!imports.begin(begun)) {
            throw InvalidInput.list(TransferTexts.IMPORT_UNDER_WAY);
        }
        return begun;
    }

    /** A failure midway is an outcome, not a refusal of the request: what was recorded before stays recorded. */
    private TransferStatus run(
            KnownImport begun, List<ImportedFeature> features, ImportStrategy strategy, CommandContext context) {
        var reached = TransferStatus.FAILED;
        try {
            features.forEach(feature -> importer.importFeature(feature, strategy, begun.environmentId(), context));
            reached = TransferStatus.SUCCESS;
        } catch (Rejected | NotYetVisible e) {
            LOG.warn("Import {} did not come to its end: {}", begun.id(), e.getMessage());
        } finally {
            imports.end(begun.id(), reached);
        }
        return reached;
    }
}
