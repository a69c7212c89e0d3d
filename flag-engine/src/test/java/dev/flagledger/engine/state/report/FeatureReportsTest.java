package dev.flagledger.engine.state.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.code.CodeReference;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.api.event.CodeEvent.CodeScanned;
import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.api.event.FeatureEvent.FeatureDeleted;
import dev.flagledger.api.event.HealthEvent.HealthChanged;
import dev.flagledger.api.event.HealthEvent.ProviderAdded;
import dev.flagledger.api.event.HealthEvent.ProviderRemoved;
import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.health.HealthReport;
import dev.flagledger.api.health.HealthReport.Status;
import dev.flagledger.api.health.ProviderKind;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.report.HealthProvider.Reported;
import dev.flagledger.engine.state.report.Repository.Mentions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reports of scanners and monitoring about features. */
class FeatureReportsTest {

    private static final String URL = "https://code.example.test/shop";
    private static final int SEARCH = 20;
    private static final CodeReference USE = new CodeReference(Shop.BASKET, "src/basket.js", 7);

    private final History history = Shop.withBasket()
            .then(
                    Shop.feature(SEARCH, "search", 205, 206),
                    new ProviderAdded(Shop.PROJECT, ProviderKind.WEBHOOK, Shop.id(60)));

    @Test
    void theLastScanOfARepositoryCounts() {
        var moved = new CodeReference(Shop.BASKET, "src/cart.js", 9);
        history.then(scanned(URL, "one", USE), scanned(URL, "two", moved));

        var repository = repository();
        assertThat(repository)
                .isEqualTo(new Repository(
                        URL, VcsProvider.GITHUB, "two", history.last().at(), repository.mentions()));
        assertThat(repository.mentions())
                .containsOnlyKeys(Shop.BASKET)
                .containsEntry(Shop.BASKET, new Mentions(history.last().at(), List.of(moved)));
    }

    @Test
    void referencesThatAreGoneLeaveATimestamp() {
        history.then(scanned(URL, "one", USE));
        var found = history.last().at();

        history.then(scanned(URL, "two"));
        assertThat(repository().mentions()).containsEntry(Shop.BASKET, new Mentions(found, List.of()));
    }

    @Test
    void aRepositoryWithoutReferencesIsDropped() {
        history.then(scanned(URL, "one"), scanned(URL, "two", new CodeReference(99, "src/gone.js", 1)));

        assertThat(reports().repositories()).isEmpty();
    }

    @Test
    void repositoriesAreDistinguishedByUrl() {
        history.then(scanned(URL, "one", USE), scanned("https://code.example.test/other", "one", USE));

        assertThat(reports().repositories()).containsOnlyKeys(URL, "https://code.example.test/other");
    }

    @Test
    void deletingAFeatureDeletesItsReferences() {
        history.then(
                scanned(URL, "one", USE, new CodeReference(SEARCH, "src/search.js", 1)),
                new FeatureDeleted(Shop.BASKET));
        assertThat(repository().mentions()).containsOnlyKeys(SEARCH);

        history.then(new FeatureDeleted(SEARCH));
        assertThat(reports().repositories()).isEmpty();
    }

    @Test
    void aReportReplacesThePreviousOne() {
        history.then(report(81, Shop.BASKET, null), report(82, Shop.BASKET, Shop.LIVE), report(83, Shop.BASKET, null));

        assertThat(provider().reports()).containsOnlyKeys(82, 83);
        assertThat(Objects.requireNonNull(provider().reports().get(83)).at())
                .isEqualTo(history.last().at());
        assertThat(provider().report(81)).isEmpty();
        assertThat(provider().createdBy()).isEqualTo(Shop.ANA);
    }

    @Test
    void reportsAboutDeletedObjectsAreIgnored() {
        history.then(new FeatureDeleted(SEARCH), report(81, SEARCH, null));
        history.then(new EnvironmentDeleted(Shop.STAGING), report(82, Shop.BASKET, Shop.STAGING));

        assertThat(provider().reports()).isEmpty();
    }

    @Test
    void deletingAFeatureOrEnvironmentDeletesItsReports() {
        history.then(
                report(81, SEARCH, null), report(82, Shop.BASKET, Shop.STAGING), report(83, Shop.BASKET, Shop.LIVE));

        history.then(new FeatureDeleted(SEARCH));
        assertThat(provider().reports()).containsOnlyKeys(82, 83);
        history.then(new EnvironmentDeleted(Shop.STAGING));
        assertThat(provider().reports().values()).extracting(Reported::report).hasSize(1);
    }

    @Test
    void removingAProviderDeletesItsReports() {
        history.then(report(81, Shop.BASKET, null), new ProviderRemoved(Shop.PROJECT, ProviderKind.WEBHOOK));
        assertThat(reports().healthProviders()).isEmpty();

        history.then(new ProviderAdded(Shop.PROJECT, ProviderKind.WEBHOOK, Shop.id(61)));
        assertThat(provider())
                .isEqualTo(new HealthProvider(
                        ProviderKind.WEBHOOK, Shop.id(61), Shop.ANA, provider().reports()));
        assertThat(provider().reports()).isEmpty();
    }

    private FeatureReports reports() {
        return history.state().project(Shop.PROJECT).orElseThrow().reports();
    }

    private Repository repository() {
        return Objects.requireNonNull(reports().repositories().get(URL));
    }

    private HealthProvider provider() {
        return Objects.requireNonNull(reports().healthProviders().get(ProviderKind.WEBHOOK));
    }

    private static LedgerEvent scanned(String url, String revision, CodeReference... found) {
        return new CodeScanned(
                Shop.id(80), Shop.PROJECT, new CodeScan(url, VcsProvider.GITHUB, revision, List.of(found)));
    }

    private static LedgerEvent report(int id, int feature, @Nullable Integer environment) {
        return new HealthChanged(
                Shop.PROJECT,
                ProviderKind.WEBHOOK,
                new HealthReport(id, feature, environment, null, Status.UNHEALTHY, null));
    }
}
