package dev.flagledger.query.audit;

import dev.flagledger.ledger.projection.Tables;
import dev.flagledger.query.audit.find.LineFilter;
import dev.flagledger.query.audit.find.LineFinder;
import dev.flagledger.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node with an empty table of lines and its repository. */
final class AuditNode {

    private final ApplicationContextRunner node = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    HibernateJpaAutoConfiguration.class,
                    DataJpaRepositoriesAutoConfiguration.class))
            .withUserConfiguration(Parts.class)
            .withPropertyValues(
                    "spring.datasource.url=" + TestDatabase.fresh().migrated().url());

    /** Runs while the node is up. */
    interface Visit {
        void at(Lines lines);
    }

    void run(Visit visit) {
        node.run(context -> visit.at(new Lines(context)));
    }

    /** The lines that the node stores. */
    static final class Lines {

        private final ApplicationContext context;

        private Lines(ApplicationContext context) {
            this.context = context;
        }

        AuditTable table() {
            return new AuditTable(new JdbcTemplate(context.getBean(DataSource.class)));
        }

        EventTable events() {
            return new EventTable(new JdbcTemplate(context.getBean(DataSource.class)), new ChangeDetails());
        }

        void append(AuditRow... rows) {
            table().append(List.of(rows), Tables.LIVE);
        }

        /** Deletes all lines, as a rebuild does not have them. */
        void clear() {
            jdbc().sql("truncate query.audit_entry, query.audit_text").update();
        }

        JdbcClient jdbc() {
            return JdbcClient.create(context.getBean(DataSource.class));
        }

        /** The ids and texts of all lines. */
        Map<Integer, String> all() {
            return context.getBean(AuditEntryRepository.class).findAll().stream()
                    .collect(Collectors.toMap(AuditEntry::id, AuditEntry::log));
        }

        AuditEntry entry(int id) {
            return context.getBean(AuditEntryRepository.class).findById(id).orElseThrow();
        }

        /** The positions of all rows. */
        List<@Nullable Long> positions() {
            return new JdbcTemplate(context.getBean(DataSource.class))
                    .queryForList("select position from query.audit_event order by position", Long.class);
        }

        Map<String, @Nullable Object> event(long position) {
            return new JdbcTemplate(context.getBean(DataSource.class))
                    .queryForMap("select * from query.audit_event where position = ?", position);
        }

        /** The texts of the matching lines, newest first. */
        List<String> matching(LineFilter filter) {
            var finder = new LineFinder(jdbc(), Integer.MAX_VALUE);
            return finder.find(filter, finder.count(filter), 0, 100).stream()
                    .map(id -> entry(id).log())
                    .toList();
        }
    }

    @EntityScan(basePackageClasses = AuditEntry.class)
    @EnableJpaRepositories(basePackageClasses = AuditEntryRepository.class)
    static class Parts {}
}
