package dev.flagledger.ledger.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.flagledger.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

class InstallationSecretTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(InstallationSecret.class);

    private final JdbcClient jdbc =
            JdbcClient.create(TestDatabase.fresh().migrated().dataSource());
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    private final Path directory;
    private final Path file;

    InstallationSecretTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("secret");
    }

    @BeforeEach
    void capture() {
        logged.start();
        LOG.addAppender(logged);
    }

    @AfterEach
    void release() {
        LOG.detachAppender(logged);
    }

    @Test
    void withAPlaceForItTheSecretIsInAFileOfItsOwnerAndNotInTheDatabase() throws IOException {
        var mac = mac("");

        assertThat(Files.readString(file)).matches("[A-Za-z0-9_-]{43}\n");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(InstallationSecret.stored(jdbc)).isEmpty();
        assertThat(logged.list).isEmpty();
        assertThat(mac("")).isEqualTo(mac);
        assertThat(new InstallationSecret(jdbc, Files.readString(file).strip()).mac("x"))
                .as("given as FLAGLEDGER_SECRET_KEY")
                .isEqualTo(mac);
    }

    @Test
    void nodesThatStartConcurrentlyAgreeOnOneFile() throws Exception {
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            var keys = nodes
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Object>>mapToObj(_ -> () -> key("").derive("names"))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .distinct();

            assertThat(keys).hasSize(1);
        }
        assertThat(directory.toFile().list()).containsExactly("secret");
    }

    @Test
    void theConfiguredSecretGoesFirst() {
        var mac = mac("given");

        assertThat(file).doesNotExist();
        assertThat(mac).isEqualTo(new InstallationSecret(jdbc, "given").mac("x"));
    }

    @Test
    void withoutAPlaceItIsInTheDatabaseAndEveryStartSaysSo() {
        var mac = new InstallationSecret(jdbc, "").mac("x");
        assertThat(new InstallationSecret(jdbc, "").mac("x")).isEqualTo(mac);

        assertThat(logged.list)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.getFormattedMessage()).contains("Set FLAGLEDGER_SECRET_KEY"));
    }

    @Test
    void aSecretThatIsInTheDatabaseAlreadyStaysInUse() {
        var mac = new InstallationSecret(jdbc, "").mac("x");
        logged.list.clear();

        assertThat(mac("")).isEqualTo(mac);
        assertThat(file).doesNotExist();
        assertThat(logged.list).hasSize(1);
    }

    @Test
    void aFileReplacesTheSecretInTheDatabase() throws IOException {
        var drawn = new InstallationKey(jdbc, new InstallationSecret(jdbc, ""), "").derive("names");
        Files.writeString(file, "of the operator\n");

        assertThat(key("").derive("names")).isEqualTo(drawn);
        assertThat(InstallationSecret.stored(jdbc)).isEmpty();
    }

    @Test
    void aSecretThatIsMissingIsNotReplacedByAnother() throws IOException {
        key("");
        var secret = Files.readString(file);
        Files.delete(file);

        assertThatThrownBy(() -> key(""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("put back its file " + file);
        assertThatThrownBy(() -> new InstallationSecret(jdbc, ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FLAGLEDGER_SECRET_KEY");
        assertThat(file).doesNotExist();
        assertThat(InstallationSecret.stored(jdbc)).isEmpty();
        Files.writeString(file, secret);
        key("");
    }

    @Test
    void anEmptyFileIsNoSecret() throws IOException {
        Files.writeString(file, "\n");

        assertThatThrownBy(() -> mac(""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is empty");
    }

    private byte[] mac(String configured) {
        return new InstallationSecret(jdbc, configured, file.toString()).mac("x");
    }

    private InstallationKey key(String configured) {
        return new InstallationKey(jdbc, new InstallationSecret(jdbc, configured, file.toString()), "");
    }
}
