package dev.flagledger.command.code;

import dev.flagledger.api.code.CodeCommand.RecordScan;
import dev.flagledger.api.code.CodeReference;
import dev.flagledger.api.code.CodeScan;
import dev.flagledger.api.code.VcsProvider;
import dev.flagledger.api.event.CodeEvent.CodeScanned;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class RepositoryScanTest {

    private static final UUID ID = new UUID(0, 80);
    private static final CodeScan FOUND = new CodeScan(
            "https://code.example.test/shop",
            VcsProvider.GITHUB,
            "c0ffee",
            List.of(new CodeReference(901, "src/basket.js", 7)));

    @Test
    void whatIsReportedIsRecorded() {
        new AggregateTestFixture<>(RepositoryScan.class)
                .givenNoPriorActivity()
                .when(new RecordScan(ID, 7, FOUND))
                .expectEvents(new CodeScanned(ID, 7, FOUND));
    }
}
