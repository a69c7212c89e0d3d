package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Lines as they are kept and read again. */
class AuditEntriesTest {

    private final ApplicationContextRunner node = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    HibernateJpaAutoConfiguration.class,
                    DataJpaRepositoriesAutoConfiguration.class))
            .withUserConfiguration(Node.class)
            .withPropertyValues("spring.datasource.url=" + TestDatabase.fresh().url());

    @Test
    void aLineOfAnOrganisationHasNoProjectAndIsAboutNothing() {
        node.run(context -> {
            var view = keptAndRead(
                    context.getBean(AuditEntries.class),
                    Shop.open(),
                    new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(2, "terraform")));

            assertThat(view.log()).isEqualTo("New API key created: terraform");
            assertThat(view.project()).isNull();
            assertThat(view.relatedObjectId()).isNull();
            assertThat(view.relatedObjectType()).isNull();
            assertThat(view.changeType()).isEqualTo("CREATE");
        });
    }

    @Test
    void aLineOfADeletedProjectKeepsItsWords() {
        node.run(context -> {
            var view = keptAndRead(
                    context.getBean(AuditEntries.class), Shop.withBasket(), new ProjectDeleted(Shop.PROJECT));

            assertThat(view.log()).isEqualTo("Project deleted: Shop");
            assertThat(view.project()).isNull();
            assertThat(view.changeType()).isEqualTo("DELETE");
        });
    }

    private static AuditView keptAndRead(AuditEntries entries, History history, LedgerEvent event) {
        var line = Lines.line(history.then(event));
        entries.saveAndFlush(new AuditEntry(1, history.last(), line, "[]"));
        return AuditView.detailed(entries.findById(1).orElseThrow(), history.state(), new ChangeDetails());
    }

    @EntityScan(basePackageClasses = AuditEntry.class)
    @EnableJpaRepositories(basePackageClasses = AuditEntries.class)
    static class Node {}
}
