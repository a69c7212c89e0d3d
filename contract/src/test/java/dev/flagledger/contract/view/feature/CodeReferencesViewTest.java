package dev.flagledger.contract.view.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.code.CodeReference;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.contract.view.Wire;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CodeReferencesViewTest {

    private static final String SHOP = "https://code.example.test/shop";

    private final History history = Shop.withBasket();

    @Test
    void aReferenceLinksToTheScannedRevision() {
        history.then(scanned("c0ffee", new CodeReference(Shop.BASKET, "src/basket.js", 7)));

        assertThat(references()).isEqualTo(Wire.parse("""
                [{'repository_url':'https://code.example.test/shop','vcs_provider':'github','revision':'c0ffee',
                  'last_successful_repository_scanned_at':'2031-01-01T00:00:10.120000Z',
                  'last_feature_found_at':'2031-01-01T00:00:10.120000Z',
                  'code_references':[{'feature_name':'basket_v2','file_path':'src/basket.js','line_number':7,
                    'permalink':'https://code.example.test/shop/blob/c0ffee/src/basket.js#L7'}]}]
                """));
    }

    @Test
    void fileNamesAreEscapedInLinks() {
        history.then(scanned("1", new CodeReference(Shop.BASKET, "C#/why? 100%.cs", 7)));

        assertThat(references().at("/0/code_references/0/permalink").asString())
                .isEqualTo("https://code.example.test/shop/blob/1/C%23/why%3F%20100%25.cs#L7");
    }

    @Test
    void onlyTheLastScanOfARepositoryCounts() {
        history.then(
                scanned("1", new CodeReference(Shop.BASKET, "a.js", 1), new CodeReference(Shop.BASKET, "b.js", 2)),
                scanned("2", new CodeReference(Shop.BASKET, "b.js", 3)));
        assertThat(counts().get(0).get("count").asInt()).isEqualTo(1);
        var found = counts().get(0).get("last_feature_found_at");

        history.then(scanned("3"));

        assertThat(counts().get(0).get("count").asInt()).isZero();
        assertThat(counts().get(0).get("last_feature_found_at")).isEqualTo(found);
        assertThat(counts().get(0).get("last_successful_repository_scanned_at")).isNotEqualTo(found);
        assertThat(references().get(0).get("code_references")).isEmpty();
        assertThat(references().get(0).get("revision").asString()).isEqualTo("3");
    }

    @Test
    void aRepositoryWithoutReferencesIsOmitted() {
        history.then(scanned("1"));

        assertThat(references()).isEmpty();
        assertThat(counts()).isEmpty();
    }

    @Test
    void referencesToADeletedFeatureAreIgnored() {
        var found = scanned("1", new CodeReference(Shop.BASKET, "a.js", 1));
        history.then(found, new FeatureDeleted(Shop.BASKET), found);

        var project = history.state().project(Shop.PROJECT).orElseThrow();
        assertThat(project.reports().repositories()).isEmpty();
    }

    private JsonNode references() {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return Wire.json(CodeReferencesView.of(project, project.feature(Shop.BASKET)));
    }

    private JsonNode counts() {
        var project = history.state().project(Shop.PROJECT).orElseThrow();
        return Wire.json(FeatureView.of(history.state(), project.feature(Shop.BASKET), FeatureInEnvironment.NONE))
                .get("code_references_counts");
    }

    private static CodeScanned scanned(String revision, CodeReference... found) {
        return new CodeScanned(
                Shop.id(80), Shop.PROJECT, new CodeScan(SHOP, VcsProvider.GITHUB, revision, List.of(found)));
    }
}
