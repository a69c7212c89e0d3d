package dev.flagledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flagledger.standalone.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@code flagledger run} does without any configuration: its secret is beside the database, and no copy of the database has it. */
class DefaultSecretIT {

    private final DataDirectory directory;
    private final EmbeddedPostgres postgres;

    DefaultSecretIT(@TempDir Path temporary) throws IOException {
        directory = new DataDirectory(temporary.toRealPath().resolve("data"));
        postgres = EmbeddedPostgres.claim(directory.path());
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
        directory.close();
    }

    @Test
    void aCopyOfTheDatabaseAloneOpensNothing() throws IOException {
        var database = postgres.start();
        var file = directory.path().resolve("secret");
        String secret;
        Map<String, String> token;
        var node = RunningNode.start(Role.ALL, 0, database);
        try {
            node.awaitReady();
            token = Api.of(node.address()).newUser().headers();
            secret = Files.readString(file).strip();
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

            var dump = Dump.of(node.part(JdbcClient.class), _ -> true);

            assertThat(dump).contains("installation_key").doesNotContain(secret);
            assertThat(dump).doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
            assertThat(directory.query("select count(*) from ledger.installation_secret"))
                    .isEqualTo("0");
        } finally {
            node.close();
        }

        var aside = Files.move(file, directory.path().resolve("aside"));
        assertThatThrownBy(() -> RunningNode.start(Role.ALL, 0, database))
                .rootCause()
                .hasMessageContaining("put back its file");
        assertThat(file).doesNotExist();

        Files.move(aside, file);
        var next = RunningNode.start(Role.ALL, 0, database);
        try {
            next.awaitReady();
            assertThat(new Api(next.address(), token).get("auth/users/me/").status())
                    .isEqualTo(200);
        } finally {
            next.close();
        }
    }
}
