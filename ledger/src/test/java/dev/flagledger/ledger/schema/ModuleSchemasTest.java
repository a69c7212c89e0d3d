package dev.flagledger.ledger.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two modules more on the class path, each with migrations in a folder of a temporary directory. */
class ModuleSchemasTest {

    @TempDir
    Path modules = Path.of("");

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @BeforeEach
    void addModules() throws IOException {
        add("tools", "V1__tool.sql", "create table tool (id integer)");
        add("tools", "V2__handle.sql", "create table handle (id integer)");
        add("apples", "V1__apple.sql", "create table apple (id integer)");
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {modules.toUri().toURL()}, before));
    }

    @AfterEach
    void removeModules() throws IOException {
        if (Thread.currentThread().getContextClassLoader() instanceof URLClassLoader added && added != before) {
            Thread.currentThread().setContextClassLoader(before);
            added.close();
        }
    }

    @Test
    void eachModuleHasItsSchemaOnceInTheOrderOfNames() {
        var schemas = ModuleSchemas.all(settings()).stream()
                .map(flyway -> flyway.getConfiguration().getDefaultSchema())
                .toList();

        assertThat(schemas).contains("apples", "ledger", "tools").isSorted().doesNotHaveDuplicates();
    }

    @Test
    void tablesAreCreatedInTheSchemaOfTheirModule() {
        ModuleSchemas.migrate(settings());

        assertThat(tables("tools")).containsExactly("flyway_schema_history", "handle", "tool");
        assertThat(tables("apples")).containsExactly("apple", "flyway_schema_history");
        assertThat(tables("ledger")).contains("event", "flyway_schema_history");
        assertThat(tables("public")).isEmpty();
    }

    @Test
    void eachSchemaIsNumberedByItself() throws IOException {
        ModuleSchemas.migrate(settings());
        add("apples", "V2__pip.sql", "create table pip (id integer)");

        ModuleSchemas.migrate(settings());

        assertThat(tables("apples")).containsExactly("apple", "flyway_schema_history", "pip");
        assertThat(versions("apples")).containsExactly("1", "2");
        assertThat(versions("tools")).containsExactly("1", "2");
    }

    @Test
    void aMigrationThatHasRunMayNotChange() throws IOException {
        ModuleSchemas.migrate(settings());
        add("apples", "V1__apple.sql", "create table apple (id bigint)");

        assertThatThrownBy(() -> ModuleSchemas.migrate(settings())).isInstanceOf(FlywayException.class);
    }

    private void add(String schema, String name, String sql) throws IOException {
        var folder = Files.createDirectories(modules.resolve("db").resolve(schema));
        Files.writeString(folder.resolve(name), sql);
    }

    private Configuration settings() {
        return Flyway.configure().dataSource(database.dataSource());
    }

    private List<String> tables(String schema) {
        return jdbc.sql("select table_name from information_schema.tables where table_schema = ? order by 1")
                .param(schema)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> versions(String schema) {
        return jdbc.sql("select version from " + schema + ".flyway_schema_history where version is not null order by 1")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
