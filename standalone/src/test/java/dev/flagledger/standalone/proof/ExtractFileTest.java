package dev.flagledger.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractFileTest {

    private final Path directory;
    private final Path file;

    ExtractFileTest(@TempDir Path directory) {
        this.directory = directory;
        this.file = directory.resolve("extract.ndjson");
    }

    @Test
    void theFileIsForItsOwner() throws Exception {
        assertThat(write("keys")).isEqualTo(4);

        assertThat(Files.readString(file)).isEqualTo("keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anEarlierFileIsReplaced() throws Exception {
        Files.writeString(file, "a longer one, which others may read");

        write("keys");

        assertThat(Files.readString(file)).isEqualTo("keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFailureLeavesTheEarlierFileAndNoOther() throws Exception {
        Files.writeString(file, "earlier");

        assertThatThrownBy(() -> ExtractFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the server is gone");
                }))
                .hasMessage("the server is gone");

        assertThat(Files.readString(file)).isEqualTo("earlier");
        assertThat(directory.toFile().list()).containsExactly(file.getFileName().toString());
    }

    @Test
    void aLinkGoesOnToLeadToTheFile() throws Exception {
        Files.writeString(file, "earlier");
        var link = Files.createSymbolicLink(directory.resolve("link"), file);

        ExtractFile.write(link, out -> {
            out.write('x');
            return 1;
        });

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).isEqualTo("x");
    }

    @Test
    void aDeviceIsWrittenTo() throws Exception {
        assertThat(ExtractFile.write(Path.of("/dev/null"), _ -> 7)).isEqualTo(7);
    }

    @Test
    void aDirectoryThatDoesNotExistIsNotMade() {
        assertThatThrownBy(() -> ExtractFile.write(directory.resolve("none/extract"), _ -> 7))
                .isInstanceOf(NoSuchFileException.class);
    }

    private long write(String content) throws Exception {
        return ExtractFile.write(file, out -> {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
            return content.length();
        });
    }
}
