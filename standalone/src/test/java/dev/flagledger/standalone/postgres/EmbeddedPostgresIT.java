package dev.flagledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flagledger.standalone.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Starts and stops PostgreSQL in one data directory. */
@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedPostgresIT {

    private final DataDirectory directory;
    private EmbeddedPostgres postgres;

    EmbeddedPostgresIT(@TempDir Path temporary) throws IOException {
        directory = new DataDirectory(temporary.toRealPath().resolve("kept data"));
        postgres = EmbeddedPostgres.claim(directory.path());
        postgres.start();
        directory.execute("create table kept as select 'by the first start'::text as note");
        postgres.close();
    }

    @BeforeEach
    void claim() {
        postgres = EmbeddedPostgres.claim(directory.path());
    }

    @AfterEach
    void release() throws IOException {
        postgres.close();
    }

    @AfterAll
    void killProcesses() {
        directory.close();
    }

    @Test
    void aLaterStartFindsTheData() {
        postgres.start();

        assertThat(kept()).isEqualTo("by the first start");
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "server_encoding, UTF8",
        "data_checksums, on"
    })
    void settingsForDurabilityAndIsolationAreOn(String setting, String value) {
        postgres.start();

        assertThat(directory.query("show " + setting)).isEqualTo(value);
    }

    @Test
    void configurationFilesCannotDisableDurability() {
        postgres.start();
        directory.execute("alter system set fsync = off");
        directory.execute("select pg_reload_conf()");

        assertThat(directory.query("show fsync")).isEqualTo("on");
    }

    @Test
    void aLoginNeedsThePassword() throws IOException {
        postgres.start();

        assertThatThrownBy(() -> directory.connect("guessed").close()).isInstanceOf(SQLException.class);
        assertThat(Files.getPosixFilePermissions(directory.path().resolve("password")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void aDirectoryIsUsedByOneServer() {
        postgres.start();

        assertThatThrownBy(() -> EmbeddedPostgres.claim(directory.path()))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("in use")
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }

    @Test
    void closingStopsEveryProcess() throws IOException {
        postgres.start();
        assertThat(directory.processes()).isNotEmpty();

        postgres.close();

        assertThat(directory.processes()).isEmpty();
    }

    @Test
    void aKilledServerIsRecovered() throws Exception {
        postgres.start();
        directory.execute("create table survivor (note text)");
        ProcessHandle postmaster = directory.postmaster();
        postmaster.destroyForcibly();
        postmaster.onExit().get(10, TimeUnit.SECONDS);
        postgres.close();

        postgres = EmbeddedPostgres.claim(directory.path());
        postgres.start();

        assertThat(directory.query("select count(*) from survivor")).isEqualTo("0");
    }

    @Test
    void aSupervisedServerIsRestartedOnItsPort() {
        Database database = postgres.start();
        postgres.supervise();
        ProcessHandle postmaster = directory.postmaster();

        postmaster.destroyForcibly();

        await().atMost(1, TimeUnit.MINUTES).ignoreExceptions().untilAsserted(() -> {
            assertThat(directory.postmaster()).isNotEqualTo(postmaster);
            assertThat(kept()).isEqualTo("by the first start");
        });
        assertThat(database.url()).contains(":" + directory.query("show port") + "/");
    }

    @Test
    void aStalePidFileIsIgnored() throws IOException {
        leavePostmasterFile("999999999");

        postgres.start();

        assertThat(kept()).isEqualTo("by the first start");
    }

    @Test
    void anotherProcessWithTheStaleIdIsNotStopped() throws IOException {
        leavePostmasterFile(Long.toString(ProcessHandle.current().pid()));

        postgres.start();

        assertThat(kept()).isEqualTo("by the first start");
    }

    @Test
    void leftoversOfInterruptedStartsAreDeleted() throws IOException {
        Path initialising = Files.createDirectories(directory.path().resolve("postgres-initialising-1/base"));
        Path settings = Files.writeString(initialising.resolveSibling("postgresql.conf"), "half a fi");

        postgres.start();

        assertThat(settings).doesNotExist();
        assertThat(initialising).doesNotExist();
        assertThat(kept()).isEqualTo("by the first start");
    }

    private void leavePostmasterFile(String pid) throws IOException {
        Files.writeString(
                directory.path().resolve("postgres/postmaster.pid"),
                pid + "\n" + directory.path().resolve("postgres") + "\n1\n5432\n\n127.0.0.1\n    1    1\nready   \n");
    }

    private String kept() {
        return directory.query("select note from kept");
    }
}
