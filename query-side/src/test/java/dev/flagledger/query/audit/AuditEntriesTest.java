package dev.flagledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.LedgerEvent;
import dev.flagledger.api.event.OrganisationEvent.ApiKeyCreated;
import dev.flagledger.api.event.ProjectEvent.ProjectDeleted;
import dev.flagledger.engine.History;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.Wares;
import dev.flagledger.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;

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
                    context, Shop.open(), new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(2, "terraform")));

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
            var view = keptAndRead(context, Shop.withBasket(), new ProjectDeleted(Shop.PROJECT));

            assertThat(view.log()).isEqualTo("Project deleted: Shop");
            assertThat(view.project()).isNull();
            assertThat(view.changeType()).isEqualTo("DELETE");
        });
    }

    @Test
    void linesAreNumberedInTheOrderOfTheLogHoweverManyAreWrittenAtOnce() {
        node.run(context -> {
            var history = Shop.open();
            var rows = IntStream.range(0, 5)
                    .mapToObj(
                            key -> history.then(new ApiKeyCreated(Shop.ORGANISATION, Wares.apiKey(key, "key " + key))))
                    .map(then -> new AuditRow(then.last(), Lines.line(then), "[]", null))
                    .toList();
            var table = table(context);

            table.append(rows.subList(0, 1), "audit_entry");
            table.append(rows.subList(1, 5), "audit_entry");

            for (int key = 0; key < 5; key++) {
                assertThat(entry(context, key + 1).log()).isEqualTo("New API key created: key " + key);
            }
        });
    }

    private static AuditView keptAndRead(ApplicationContext context, History history, LedgerEvent event) {
        var line = Lines.line(history.then(event));
        table(context).append(List.of(new AuditRow(history.last(), line, "[]", null)), "audit_entry");
        return AuditView.detailed(entry(context, 1), history.state(), new ChangeDetails());
    }

    private static AuditTable table(ApplicationContext context) {
        return new AuditTable(new JdbcTemplate(context.getBean(DataSource.class)));
    }

    private static AuditEntry entry(ApplicationContext context, int id) {
        return context.getBean(AuditEntries.class).findById(id).orElseThrow();
    }

    @EntityScan(basePackageClasses = AuditEntry.class)
    @EnableJpaRepositories(basePackageClasses = AuditEntries.class)
    static class Node {}
}
