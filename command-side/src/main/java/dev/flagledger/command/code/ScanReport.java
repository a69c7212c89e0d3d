package dev.flagledger.command.code;

import dev.flagledger.api.code.CodeReference;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.contract.error.text.FieldTexts;
import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.contract.form.value.UrlRules;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A scanner's report, which names features by name only. Also the body of the answer. */
record ScanReport(String repositoryUrl, String vcsProvider, String revision, List<Reference> codeReferences) {

    private static final int MAX_URL = 200;
    private static final int MAX_REVISION = 100;
    private static final int MAX_NAME = 100;
    private static final int MAX_PATH = 4096;

    /** Ten references for each of the features that a project may have. */
    private static final int MAX_REFERENCES = 10_000;

    private static final String REPOSITORY = "repository_url";
    private static final String REFERENCES = "code_references";
    private static final String LINE = "line_number";

    private static final List<String> PROVIDERS =
            Arrays.stream(VcsProvider.values()).map(VcsProvider::wireName).toList();

    /** A reference in code to what may be a feature. */
    record Reference(String featureName, String filePath, int lineNumber) {}

    static ScanReport read(Form form) {
        var url = form.text(REPOSITORY, MAX_URL);
        if (!url.isEmpty()) {
            UrlRules.problemOf(url).ifPresent(problem -> form.reject(REPOSITORY, problem));
        }
        var provider = form.choice("vcs_provider", PROVIDERS, VcsProvider.GITHUB.wireName());
        var revision = form.text("revision", MAX_REVISION);
        if (!form.has(REFERENCES)) {
            form.reject(REFERENCES, FieldTexts.REQUIRED);
        }
        var references = NestedForms.list(form, REFERENCES).orElse(List.of());
        if (references.size() > MAX_REFERENCES) {
            form.reject(REFERENCES, FieldTexts.atMostElements(MAX_REFERENCES));
        }
        return new ScanReport(
                url,
                provider,
                revision,
                references.stream().map(ScanReport::reference).toList());
    }

    private static Reference reference(Form form) {
        var name = form.text("feature_name", MAX_NAME);
        var path = form.text("file_path", MAX_PATH);
        int line = form.integer(LINE);
        if (line < 1 && form.raw(LINE).isNumber()) {
            form.reject(LINE, FieldTexts.atLeast(1));
        }
        return new Reference(name, path, line);
    }

    /** The scan with the ids of the project's features; references to anything else are dropped. */
    CodeScan toScan(Project project) {
        var ids = project.features().values().stream().collect(Collectors.toMap(Feature::name, Feature::id));
        var known = codeReferences.stream()
                .flatMap(reference -> Stream.ofNullable(ids.get(reference.featureName()))
                        .map(id -> new CodeReference(id, reference.filePath(), reference.lineNumber())))
                .toList();
        return new CodeScan(repositoryUrl, VcsProvider.ofWireName(vcsProvider), revision, known);
    }
}
