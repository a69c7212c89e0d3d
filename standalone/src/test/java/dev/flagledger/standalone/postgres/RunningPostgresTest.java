package dev.flagledger.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of a server that runs in another process. */
class RunningPostgresTest {

    private final Path directory;
    private final Path pid;

    RunningPostgresTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.pid = Files.createDirectory(directory.resolve("postgres")).resolve("postmaster.pid");
    }

    @Test
    void itsAddressIsInItsFiles() throws IOException {
        Files.writeString(pid, "4711\n/data/postgres\n1764450000\n54321\n\n127.0.0.1\n");
        Files.writeString(directory.resolve("password"), "secret\n");

        var database = RunningPostgres.in(directory);

        assertThat(database.url()).isEqualTo("jdbc:postgresql://127.0.0.1:54321/postgres");
        assertThat(database.user()).isEqualTo("flagledger");
        assertThat(database.password()).isEqualTo("secret");
    }

    @Test
    void withoutItTheOptionsAreNamed() throws IOException {
        assertThatThrownBy(() -> RunningPostgres.in(directory))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("--data, --database or --server");
        Files.writeString(pid, "4711\n");
        assertThatThrownBy(() -> RunningPostgres.in(directory)).isInstanceOf(CannotStartException.class);
    }
}
